"""Closed word classes and short lists of English that the rules look words up in."""

from __future__ import annotations

from index.word_set import word_set


class Tag:
    """What a word may be, as bits; a word may carry several. Plain integers: enum flags are slow to combine."""

    AUX = 1
    DETERMINER = 2
    PREPOSITION = 4
    SUBORDINATOR = 8
    COORDINATOR = 16
    PRONOUN = 32
    """A subject pronoun."""
    RELATIVE = 64
    ADVERB = 128
    TIME = 256
    FINITE = 512
    """A finite form that is no noun: it ends a noun phrase."""
    OBJECT_PRONOUN = 1024
    POSSESSIVE = 2048


def _table() -> dict[str, int]:
    groups = {
        Tag.AUX: (
            "is was were are am be been being has have had having will would can could may might shall should "
            "must do does did 's 'd 've 're 'll 'm ’s ’d ’ve ’re ’ll ’m isn't wasn't weren't aren't hasn't "
            "haven't hadn't won't wouldn't can't couldn't cannot shouldn't don't doesn't didn't isn’t wasn’t "
            "weren’t aren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t shouldn’t don’t doesn’t didn’t"
        ),
        Tag.DETERMINER: (
            "the a an this that these those some any no every each another both all many several few most one "
            "two three four five six"
        ),
        Tag.POSSESSIVE: "his her its their our my your whose",
        Tag.PREPOSITION: (
            "of in on at for from with by to into onto about over under during between among against through "
            "across within without toward towards upon off near amid despite per via around behind beyond "
            "inside outside throughout like regarding concerning alongside until following"
        ),
        Tag.SUBORDINATOR: (
            "that because although though while whereas when whenever if unless as since after before whether "
            "where why how what than once"
        ),
        Tag.COORDINATOR: "and or but nor yet so &",
        Tag.PRONOUN: "he she it they we i you who everyone everybody someone somebody",
        Tag.OBJECT_PRONOUN: "him her them us me it you himself herself themselves itself",
        Tag.RELATIVE: "who which whom whose that",
        Tag.ADVERB: (
            "long also again then later now once never ever not even still just further earlier instead nonetheless "
            "nevertheless too twice already simply rather often always sometimes at least almost n't yesterday today "
            "tonight tomorrow afterward afterwards recently previously however meanwhile thus therefore "
            "elsewhere indeed moreover furthermore additionally perhaps maybe"
        ),
        Tag.TIME: (
            "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today "
            "yesterday tonight tomorrow january february march april may june july august september october "
            "november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. morning afternoon "
            "evening night week month year earlier later recently ago weekend midday noon"
        ),
        Tag.FINITE: (
            "said told went came took made got gave began became knew saw felt kept held led left lost met ran "
            "sent stood won wrote spoke says seems seemed appears appeared wants wanted believes believed "
            "thinks thought remains remained makes takes goes gets gives includes included broke brought built "
            "bought caught chose drew drove fell fought flew forgot grew heard paid rode rose sat shook slept "
            "struck swore taught tore threw understood wore woke arrived visited comes needs has does"
        ),
    }
    table: dict[str, int] = {}
    for tag, words in groups.items():
        for word in words.split():
            table[word] = table.get(word, 0) | tag
    return table


TAGS: dict[str, int] = _table()
"""Word (lower case) to the `Tag` bits that it carries."""

ABBREVIATED_TITLES = (
    "Mr|Mrs|Ms|Dr|Del|Sens|Sen|Reps|Rep|Govs|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Prof|Rev|Fr|Hon|Adm|Supt|Insp|Det|"
    "Cllr|Atty"
)
"""Titles that are written with a full stop, as a pattern."""

TITLES = word_set(
    "mr mrs ms miss mx del. dr sir lord lady dame madam prof professor rev reverend father sister brother pastor "
    "bishop archbishop cardinal pope rabbi imam sheikh ayatollah judge justice king queen prince princess "
    "emperor sultan duke duchess sen sens senator senators gov govs governor governors rep reps "
    "representative representatives congressman congresswoman congressmen president presidents vice deputy "
    "prime minister ministers premier chancellor secretary secretaries undersecretary treasurer attorney "
    "general solicitor surgeon ambassador envoy consul mayor mp mps msp mep administrator registrar councilman "
    "councilwoman councilmember councillor "
    "alderman commissioner chairman chairwoman chair chairperson speaker leader whip delegate assemblyman "
    "assemblywoman lawmaker lieutenant lt gen col colonel maj major capt captain cmdr commander sgt sergeant "
    "cpl corporal pvt private adm admiral officer sheriff chief marshal detective inspector superintendent "
    "constable trooper spokesman spokeswoman spokesperson director executive ceo cfo founder co-founder "
    "cofounder owner editor editor-in-chief publisher reporter correspondent columnist journalist anchor host "
    "co-host cohost moderator analyst economist pollster strategist consultant adviser advisor aide counsel "
    "lawyer prosecutor candidate nominee frontrunner front-runner activist author writer actor actress singer "
    "comedian filmmaker scientist doctor historian scholar scholars researcher coach manager principal dean "
    "provost head rival challenger opponent incumbent billionaire businessman businesswoman businessmen mogul "
    "magnate tycoon entrepreneur investor philanthropist democrat republican republicans democrats democratic "
    "democratic-leaning gop independent libertarian conservative liberal socialist foreign interior defense "
    "defence finance health education labor labour trade energy treasury state home homeland pm former ex "
    "acting interim then-president ex-president then-candidate current retired president-elect "
    "presidential vice-presidential senate house congressional u.s us american british russian chairman-elect "
    "first senior junior campaign communications press national state-elect co-chair co-chairman "
    "co-chairwoman organizer volunteer veteran supporter student resident congress chief-of-staff operative "
    "pundit commentator blogger star legend guru tv radio talk-show engineer farmer teacher nurse pilot "
    "photographer biologist physicist chemist novelist poet musician designer architect banker trader "
    "lobbyist bassist drummer guitarist retiree carpenter electrician trucker rancher fisherman firefighter "
    "paramedic psychologist sociologist linguist philosopher mathematician astronomer climatologist geologist "
    "meteorologist virologist epidemiologist biographer essayist critic curator librarian playwright "
    "screenwriter producer presenter broadcaster interviewer striker midfielder goalkeeper defender "
    "quarterback pitcher sprinter swimmer boxer fr revd deacon monsignor det insp supt dci pc wpc pcso cllr mla td "
    "emeritus emerita shri smt shrimati taoiseach tánaiste tanaiste"
)
"""Words before a name that are no part of it (lower case, without full stops but for "del." - "del" begins names)."""

DOCUMENT_NOUNS = word_set(
    "statement statements letter tweet tweets memo email e-mail message post release interview speech op-ed ad video "
    "series brief filing note press remarks comments letters report reports"
)
"""What somebody speaks through: the participle after it is said by its owner ("a statement saying")."""

INANIMATE_NOUNS = word_set(
    "law laws bill bills rule rules order orders decree decrees motion motions vote votes treaty treaties deal deals "
    "plan plans proposal proposals petition petitions charter constitution sanctions accord accords act acts clause "
    "text texts words name names nights time times way ways percent study studies poll polls survey surveys article "
    "articles editorial editorials story stories book books song songs film films poster posters banner banners sign "
    "signs placard placards hat hats shirt shirts t-shirts sticker stickers leaflet leaflets page pages graphic case "
    "cases lawsuit lawsuits suit suits complaint complaints document documents evidence data terrorism television"
)
"""Things that stand before a participle and do not speak ("resolutions condemning the war")."""
WORDED_NOUNS = word_set(
    "study studies poll polls survey surveys article articles editorial editorials story stories book books poster "
    "posters banner banners sign signs placard placards hat hats shirt shirts t-shirts sticker stickers leaflet "
    "leaflets document documents text texts lawsuit lawsuits petition petitions report reports"
)
"""Those of them that bear words ("banners proclaiming that ...")."""

NAME_FOLLOWERS = word_set(
    "campaign aides supporters officials spokesman spokeswoman adviser advisers team allies voters backers "
    "administration president chairman chairwoman leader leaders strategist pollster delegate delegates candidate "
    "fans critics surrogates staffers surrogate lawyer lawyers attorney government police news analysts lawmakers "
    "senators governors residents researchers economists executives members spokespeople professor author "
    "director editor reporter correspondent columnist co-founder founder owner"
)
"""Nouns that make a new head after a name ("Clinton supporters")."""

ORGANISATION_WORDS = word_set(
    "inc corp company co ltd llc group association institute university college school committee commission council "
    "department ministry agency bureau office party union federation foundation center centre court senate house "
    "congress parliament government administration bank fund times post journal news press tribune herald gazette "
    "magazine daily network television radio media campaign army navy police force forces service services board "
    "authority organization organisation alliance coalition league club church society team pac project action "
    "watch international nations street street-journal committee's network's report review today globe chronicle "
    "examiner tv cnn msnbc fox nbc abc cbs npr pbs bbc ap reuters afp politico axios bloomberg breitbart huffpost "
    "americans voters democrats republicans poll survey study statement research hospital airlines trust caucus "
    "conference convention embassy consulate brigade al-qaeda al-qaida al-shabaab al-jazeera al-arabiya"
)
"""Words in the names of organisations (lower case)."""

GROUP_NOUNS = word_set(
    "campaign administration government group committee company party team organization organisation agency "
    "department court police army military union board council coalition newspaper paper magazine network "
    "outlet website site report study poll survey statement document firm institute association ministry "
    "office bank white-house regime opposition commission panel jury family crowd editorial article email "
    "letter memo ad book story service bureau authority publication journal channel station league club "
    "alliance federation society nation country state city county university college school hospital navy "
    "airline"
)
"""Common nouns for bodies and papers that speak ("the campaign said")."""

MODIFYING = frozenset(("of", "for", "from", "with", "at", "in", "to"))
"""The prepositions that go on with a noun phrase ("a spokesman for the mayor")."""

DASHES = ("—", "–", "--", "-")

ADJECTIVES = word_set(
    "big small large great little young old older younger new local foreign many more most few other several some "
    "such senior angry key top leading rival fellow poor rich wealthy healthy sick public private human good bad "
    "strong weak early late recent previous current future military political religious medical legal social economic "
    "environmental international regional national global major minor heavy high low long short hard free white black "
    "asian western eastern northern southern rural urban elderly ordinary working conservative liberal democratic"
)
"""Adjectives that begin a sentence as often as any word does, and are no names there ("Big companies said")."""

_NOUNS_IN_LY = word_set(
    "family assembly monopoly anomaly ally bully belly fly reply supply rally italy emily kelly july reilly"
)

CROWDS = word_set(
    "people men women children staff management folk youth crew bosses police experts nobody none"
)
"""Nouns that stand for people without an article ("Staff said")."""

PERSON_SUFFIXES = word_set("jr jr. sr sr. ii iii iv")
NAME_PARTICLES = word_set(
    "de la le del della van von der den bin ibn al el da dos du di ter ten abu al- st st. ap ab ferch zu af av dello "
    "ó ní nic uí mac dalla degli dei los las bint"
)

MALE_NOUNS = word_set(
    "man boy father son brother husband uncle nephew grandfather spokesman congressman chairman businessman "
    "councilman assemblyman king prince gentleman guy actor sir lord mr fr policeman fireman salesman shri"
)
FEMALE_NOUNS = word_set(
    "woman girl mother daughter sister wife aunt niece grandmother spokeswoman congresswoman chairwoman "
    "businesswoman councilwoman assemblywoman queen princess lady actress madam dame mrs ms miss widow smt shrimati"
)


def is_in_ly(word: str) -> bool:
    """Whether the lower-case word ends like an adverb."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY
