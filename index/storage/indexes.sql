CREATE INDEX articles_by_reading ON articles (read_from) WHERE read_from IS NOT NULL;
CREATE INDEX articles_by_name ON articles (source, headline, published);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX statements_by_unnamed ON statements (speaker, person) WHERE person IS NULL AND speaker IS NOT NULL;
