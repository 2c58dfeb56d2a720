"""Common given names by the gender that they usually tell."""

from __future__ import annotations

from index.quotations.words import word_set

MALE_NAMES = word_set(
    """aaron abdul abdullah abe abraham adam adel adrian ahmad ahmed aidan al alan alastair albert alberto aldo alec alejandro
    aleksandr alex alexander alexei alfonso alfred alfredo ali allan allen alvin amir amit anatoly anders andre andrea andreas andrei andres
    andrew andy angelo angus anthony antonin antonio antony anwar archie arlen armando arnold arthur arturo asa asad ash asher ashton
    austin avi barack barney barry bart basil bashar beau ben benedict benjamin benny bernard bernardo bernie bert bill billy bjorn
    bob bobby boris boyd brad bradley brandon brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin cameron
    carl carlos carter casey cecil cesar chad charles charlie chester chris christian christopher chuck clarence clark claude
    clay clayton cliff clifford clint clinton clyde cody colin connor conor conrad corey cornell cory craig curt curtis cyrus dale dallas
    damian damon dan daniel danny darrell darren darryl daryl dave david davis dean denis dennis denny denzel derek derrick desmond dick
    diego dimitri dinesh dmitri dmitry dominic dominique don donald donnie donovan doug douglas drew duane duncan dustin dwayne dwight dylan
    earl ed eddie edgar eduardo edward edwin eli elijah elliot elliott elmer emanuel emilio emmanuel enrique eric erick erik ernest ernesto
    ernie esteban ethan eugene evan evgeny felipe felix fernando fidel floyd francesco francis francisco francois frank franklin franz
    fred freddie frederick fritz gabriel garrett garry gary gavin gene geoff geoffrey george gerald gerard gerhard gerry giovanni glen glenn
    gordon graham grant greg gregg gregory grover guido guillermo gus gustavo guy hakeem hal hamid hank hans harold harris harry harvey
    hasan hashim hassan heath hector heinz henri henrik henry herb herbert herman hermann hiroshi homer horace howard hubert hugh hugo
    hussein ian ibrahim igor ike imran ira irving isaac ismail israel ivan jack jackson jacob jacques jaime jake jamaal jamal james
    jamie jan jared jarrod jason javier jay jean-claude jean-marie jeb jed jeff jefferson jeffrey jerald jeremy jerome jerry jesse jesus jim jimmy
    joachim joao joaquin joe joel johan johann john johnnie johnny jon jonah jonas jonathan jordan jorge jose josef joseph josh joshua
    juan julian julio julius justin kamal karim karl keith ken kenneth kent kevin khalid kim-jong kirk kofi konstantin kris kurt kyle lakhdar lamar
    lance larry lars laurent lawrence lee leo leon leonard leonid les leslie lewis lincoln lindsey lionel lloyd logan lorenzo lou louis lucas
    luigi luis luke luther lyndon mack mahmoud malcolm manny manuel marc marcel marco marcos marcus mario marion mark markus marshall
    martin marty marvin mason mateo matt matteo matthew maurice max maxim maxwell mehdi mehmet mel melvin micah michael michel miguel mike mikhail
    miles milo milton mitch mitchell mitt mo mohamed mohammad mohammed moises morgan morris moses muhammad murray mustafa myron narendra nasser nat nate
    nathan nathaniel neal ned neil nelson newt nicholas nick nicolas nigel nikita nikolai noah noel norm norman oleg oliver ollie omar orrin
    oscar oskar osama otto owen pablo pat patrick paul pavel pedro percy perry pete peter phil philip philippe phillip pierre pietro preston
    quentin rafael rahm ralph ramon ramzan rand randall randolph randy raphael raul ray raymond recep reggie reginald reince reid rene rex
    ricardo rich richard rick ricky rob robert roberto robin rod roderick rodney rodrigo roger roland ron ronald ronnie rory ross roy ruben
    rudolph rudy rupert russ russell rusty ryan saad saddam salman salvador sam sammy samuel saul scott sean sebastian serge sergei
    sergey sergio seth shane shaun shawn sheldon sherman sidney silvio simon solomon spencer stan stanley stefan stephan stephen steve steven
    stewart stuart sven tariq tayyip ted teddy terrence terry thad theo theodore thomas tim timothy tobias toby tod todd tom tomas tommy
    tony travis trent trevor trey troy truman tucker ty tyler tyrone ulysses umberto vaclav valery vernon vic victor viktor vince vincent
    vinod vladimir wade wallace walt walter warren wayne wendell wes wesley wilbur will willard william willie wolf wolfgang woodrow woody
    xavier yasser yitzhak yuri yusuf zach zachary zack benjamin bibi binyamin shinzo xi jinping emomali jong-un mao deng
    ayman ehud bibi shimon ariel bernard-henri jean-luc gerardo gilbert hamza heiko horst idris ilya jermaine kareem keenan lavar malik
    mahdi mohsen nabil nadir naveed osman piotr raj rajiv rakesh ravi reza rohit samir sanjay satya sundar sunil vijay vikram wei yang
    tad chip hunter trip trey beto cory colby brock bode blake blaine brody chase cole colton dalton darnell darius deandre deshawn
    marquis rashad terrell tremaine trayvon marlon marquise dashawn jaylen khizr humayun seddique omar mateen"""
)

FEMALE_NAMES = word_set(
    """abby abigail ada adele adelaide adriana agnes aimee alana alexa alexandra alexandria alexis alice alicia alina alisa alison allison
    allyson alma alyssa amanda amber amelia amy ana anastasia andrea angela angelica angelina angie anita ann anna annabel anne annette
    annie antoinette antonia april ariana arianna arlene ashley audrey aurora ava barbara beatrice becky belinda bella bernadette bernice
    bertha beth bethany betsy betty beverly bianca blanche bonnie brenda bridget brigitte britney brittany brooke caitlin camila camille candace
    candice candy cara carissa carla carly carmen carol carole carolina caroline carolyn carrie cassandra cassie catherine cathy cecilia
    cecile celeste celia charlene charlotte chelsea cheri cherie cheryl chloe christa christiane christie christina christine christy cindy
    claire clara clarissa claudia clementine colleen condoleezza connie constance cora corinne courtney cristina crystal cynthia daisy dana daniela
    danielle daphne darla darlene dawn deb debbie debbora deborah debra deirdre delia della denise desiree diana diane dianne dina dolores
    donna dora doreen doris dorothy ebony edith edna eileen elaine eleanor elena eliana elisa elisabeth elise eliza elizabeth ella ellen
    eloise elsa elsie emilia emily emma erica erika erin esther ethel eugenia eunice eva evangeline eve evelyn faith fatima faye felicia
    fiona flora florence frances francesca freda gabriela gabriella gabrielle gail gayle genevieve georgia geraldine germaine gertrude
    gina ginger gisele gladys glenda gloria grace greta gretchen guadalupe gwen gwendolyn hailey hanna hannah harriet hattie hazel heather
    heidi helen helena helene henrietta hilary hilda hillary holly hope huma ida ilana ilene imelda ines ingrid irene iris irma isabel
    isabella isabelle ivana ivanka ivy jacqueline jaclyn jada jamie jan jana jane janelle janet janice janine jasmine jean jeanette jeanine jeanne
    jen jenna jennie jennifer jenny jess jessica jill jillian jo joan joann joanna joanne jocelyn jodi jody johanna jolene josefina josephine
    joy joyce juanita judith judy julia juliana julianne julie juliet june justine kaitlin kamala kara karen kari karin karla kate
    katherine kathleen kathryn kathy katie katrina katy kay kayla kayleigh keisha kellie kelly kellyanne kelsey kendra kerry kim kimberly kirsten
    kirstie kristen kristi kristin kristina kristine kristy lana lara latoya laura laurel lauren laurie lea leah leila lena leslie leticia
    liane lila lillian lily linda lindsay lindsey lisa liz liza lois lola lori lorena loretta lorraine lottie louisa louise lucia lucille
    lucinda lucy luisa lupe lydia lynda lynn lynne mabel mackenzie maddie madeleine madeline mae maggie malia mallory mandy marcia margaret
    margarita margie margot maria mariah marian mariana marianne marie mariel marilyn marina marine marisa marissa marjorie marla marlene
    marsha martha martina mary maryanne matilda maude maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith
    meryl mia michele michelle mildred mindy miranda miriam misty molly mona monica monique muriel myra myrtle nadia nadine nancy naomi
    natalia natalie natasha nellie neera nicole nicola nikki nina noelle nora norma octavia olga olivia opal ophelia paige pam pamela
    patrice patricia patsy patti patty paula paulette paulina pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla
    rachael rachel ramona reba rebecca regina renata renee rhoda rhonda rita roberta robin robyn rochelle ronda rosa rosalie rosalind
    rosalyn rose rosemarie rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra sandy sara sarah sasha selena selma
    serena shannon shari sharon shauna shawna sheila shelby shelley shelly sherri sherry sheryl shirley silvia simone sofia sonia sonya
    sophia sophie stacey stacy stella stephanie sue susan susana susanna susanne susie suzanne suzy sybil sylvia tabitha talia tamara
    tammy tanya tara tatiana teresa teri terri tess tessa thelma theresa therese tiffany tina toni tonya tracey traci tracy tricia trina
    trish trisha trudy ursula valentina valerie vanessa vera verna veronica vicki vickie vicky victoria viola violet virginia vivian
    viviane wanda wendy whitney whoopi wilma winifred winnie xiomara yolanda yvette yvonne zoe zelda zaha ayesha aisha amina fatma hanan
    indira isha khadija layla leyla malala mariam nasrin neha nimrata padma parveen priya rania rukhsana sabina samina shabana
    shreya sonal sunita tulsi usha yasmin zainab zara jaime-lynn kirstjen gretchen dagmar frauke sahra ursula theresa ruthie"""
)
