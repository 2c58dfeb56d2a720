"""Common given names by the gender that they usually tell."""

from __future__ import annotations

from index.word_set import word_set

MALE_NAMES = word_set(
    """
    aaron abdul abdullah abe abraham adam adel adrian ahmad ahmed aidan al alan alastair albert alberto aldo
    alec alejandro aleksandr alex alexander alexei alfonso alfred alfredo ali allan allen alvin amir amit
    anatoly anders andre andrea andreas andrei andres andrew andy angelo angus anthony antonin antonio
    antony anwar archie ariel arlen armando arnold arthur arturo asa asad ash asher ashton austin avi ayman
    barack barney barry bart bashar basil beau ben benedict benjamin benny bernard bernard-henri bernardo
    bernie bert beto bibi bill billy binyamin bjorn blaine blake bob bobby bode boris boyd brad bradley
    brandon brendan brent bret brett brian brock brody bruce bruno bryan bryce byron caleb calvin cameron
    carl carlos carter casey cecil cesar chad charles charlie chase chester chip chris christian christopher
    chuck clarence clark claude clay clayton cliff clifford clint clinton clyde cody colby cole colin colton
    connor conor conrad corey cornell cory craig curt curtis cyrus dale dallas dalton damian damon dan
    daniel danny darius darnell darrell darren darryl daryl dashawn dave david davis dean deandre declan
    deng denis dennis denny denzel derek derrick deshawn desmond dick diego dimitri dinesh dmitri dmitry
    dominic dominique don donald donnie donovan doug douglas drew duane duncan dustin dwayne dwight dylan
    earl ed eddie edgar eduardo edward edwin ehud eli elijah elliot elliott elmer emanuel emilio emmanuel
    emomali enrique eoin eric erick erik ernest ernesto ernie esteban ethan eugene evan evgeny ewan felipe
    felix fernando fidel floyd francesco francis francisco francois frank franklin franz fred freddie
    frederick fritz gabriel gareth garrett garry gary gavin gene geoff geoffrey george gerald gerard gerardo
    gerhard gerry gilbert giles giovanni glen glenn gordon graham grant greg gregg gregory grover guido
    guillermo gus gustavo guy hakeem hal hamid hamish hamza hank hans harold harris harry harvey hasan
    hashim hassan heath hector heiko heinz henri henrik henry herb herbert herman hermann hiroshi homer
    horace horst howard hubert hugh hugo humayun hunter hussein ian ibrahim idris igor ike ilya imran ira
    irving isaac ismail israel ivan jack jackson jacob jacques jaime jake jamaal jamal james jamie jan jared
    jarrod jason javier jay jaylen jean-claude jean-luc jean-marie jeb jed jeff jefferson jeffrey jerald
    jeremy jermaine jerome jerry jesse jesus jim jimmy jinping joachim joao joaquin joe joel johan johann
    john johnnie johnny jon jonah jonas jonathan jong-un jordan jorge jose josef joseph josh joshua juan
    julian julio julius justin kamal kareem karim karl keenan keith ken kenneth kent kevin khalid khizr
    kieran kim-jong kirk kofi konstantin kris kurt kyle lakhdar lamar lance lanny larry lars laurent lavar
    lawrence lee leo leon leonard leonid les leslie lewis liam lincoln lindsey lionel lloyd logan lorenzo
    lou louis lucas luigi luis luke luther lyndon mack mahdi mahmoud malcolm malik manny manuel mao marc
    marcel marco marcos marcus mario marion mark markus marlon marquis marquise marshall martin marty marvin
    mason mateen mateo matt matteo matthew maurice max maxim maxwell mehdi mehmet mel melvin micah michael
    michel miguel mike mikhail miles milo milton mitch mitchell mitt mo mohamed mohammad mohammed mohsen
    moises morgan morris moses muhammad murray mustafa myron nabil nadir narendra nasser nat nate nathan
    nathaniel naveed neal ned neil nelson newt niall nicholas nick nicolas nigel nikita nikolai noah noel
    norm norman oleg oliver ollie omar orrin osama oscar oskar osman otto owain owen pablo pat patrick paul
    pavel pedro percy perry pete peter phil philip philippe phillip pierre pietro piotr preston quentin
    rafael rahm raj rajiv rakesh ralph ramon ramzan rand randall randolph randy raphael rashad raul ravi ray
    raymond recep reggie reginald reid reince rene rex reza rhys ricardo rich richard rick ricky rob robert
    roberto robin rod roderick rodney rodrigo roger rohit roland ron ronald ronnie rory ross roy ruben
    rudolph rudy rupert russ russell rusty ryan saad saddam salman salvador sam samir sammy samuel sanjay
    satya saul scott sean sebastian seddique serge sergei sergey sergio seth shane shaun shawn sheldon
    sherman shimon shinzo sidney silvio simon solomon spencer stan stanley stefan stephan stephen steve
    steven stewart stuart sundar sunil sven tad tariq tayyip ted teddy terrell terrence terry thad theo
    theodore thomas tim timothy tobias toby tod todd tom tomas tommy tony travis trayvon tremaine trent
    trevor trey trip troy truman tucker ty tyler tyrone ulysses umberto vaclav valery vernon vic victor
    vijay vikram viktor vince vincent vinod vladimir wade wallace walt walter warren wayne wei wendell wes
    wesley wilbur will willard william willie wolf wolfgang woodrow woody xavier xi yang yasser yitzhak yuri
    yusuf zach zachary zack
    """
)
"""Given names of men, in lower case."""

FEMALE_NAMES = word_set(
    """
    abby abigail ada adelaide adele adriana agnes aimee aisha alana alexa alexandra alexandria alexis alice
    alicia alina alisa alison allison allyson alma alyssa amanda amber amelia amina amy ana anastasia andrea
    angela angelica angelina angie anita ann anna annabel anne annette annie antoinette antonia aoife april
    ariana arianna arlene ashley audrey aurora ava ayesha barbara beatrice becky belinda bella bernadette
    bernice bertha beth bethany betsy betty beverly bianca blanche bonnie brenda bridget brigitte britney
    brittany brooke caitlin camila camille candace candice candy cara carissa carla carly carmen carol
    carole carolina caroline carolyn carrie cassandra cassie catherine cathy cecile cecilia celeste celia
    charlene charlotte chelsea cheri cherie cheryl chloe christa christiane christie christina christine
    christy cindy claire clara clarissa claudia clementine colleen condoleezza connie constance cora corinne
    courtney cristina crystal cynthia dagmar daisy dana daniela danielle daphne darla darlene dawn deb
    debbie debbora deborah debra deirdre delia della denise desiree diana diane dianne dina dolores donna
    dora doreen doris dorothy ebony edith edna eileen elaine eleanor elena eliana elisa elisabeth elise
    eliza elizabeth ella ellen eloise elsa elsie emilia emily emma emmanuelle erica erika erin esther ethel
    eugenia eunice eva evangeline eve evelyn faith fatima fatma faye felicia fiona flora florence frances
    francesca frauke freda gabriela gabriella gabrielle gail gayle gemma genevieve georgia geraldine
    germaine gertrude gina ginger gisele gladys glenda gloria grace greta gretchen guadalupe gwen gwendolyn
    hailey hanan hanna hannah harriet hattie hazel heather heidi helen helena helene henrietta hilary hilda
    hillary holly hope huma ida ilana ilene imelda imogen indira ines ingrid irene iris irma isabel isabella
    isabelle isha ivana ivanka ivy jaclyn jacqueline jada jaime-lynn jamie jan jana jane janelle janet
    janice janine jasmine jean jeanette jeanine jeanne jen jenna jennie jennifer jenny jess jessica jill
    jillian jo joan joann joanna joanne jocelyn jodi jody johanna jolene josefina josephine joy joyce
    juanita judith judy julia juliana julianne julie juliet june justine kaitlin kamala kara karen kari
    karin karla kate katherine kathleen kathryn kathy katie katrina katy kay kayla kayleigh keisha kellie
    kelly kellyanne kelsey kendra kerry khadija kim kimberly kirsten kirstie kirstjen kristen kristi kristin
    kristina kristine kristy lana lara latoya laura laurel lauren laurie layla lea leah leila lena leslie
    leticia leyla liane lila lillian lily linda lindsay lindsey lisa liz liza lois lola lorena loretta lori
    lorraine lottie louisa louise lucia lucille lucinda lucy luisa lupe lydia lynda lynn lynne mabel
    mackenzie maddie madeleine madeline mae maggie malala malia mallory mandy marcia margaret margarita
    margie margot maria mariah mariam marian mariana marianne marie mariel marilyn marina marine marisa
    marissa marjorie marla marlene marsha martha martina mary maryanne matilda maude maureen maxine maya
    megan meghan melania melanie melinda melissa mercedes meredith meryl mia michele michelle mildred mindy
    miranda miriam misty molly mona monica monique muriel myra myrtle nadia nadine nancy naomi nasrin
    natalia natalie natasha neera neha nellie niamh nicola nicole nikki nimrata nina noelle nora norma
    octavia olga olivia opal ophelia padma paige pam pamela parveen patrice patricia patsy patti patty paula
    paulette paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis polly priscilla priya
    rachael rachel ramona rania reba rebecca regina renata renee rhoda rhonda rita roberta robin robyn
    rochelle ronda rosa rosalie rosalind rosalyn rose rosemarie rosemary rosie roxanne ruby rukhsana ruth
    ruthie sabina sabrina sadie sahra sally samantha samina sandra sandy sara sarah sasha selena selma
    serena shabana shannon shari sharon shauna shawna sheila shelby shelley shelly sherri sherry sheryl
    shirley shreya silvia simone siobhan sofia sonal sonia sonya sophia sophie stacey stacy stella stephanie
    sue sunita susan susana susanna susanne susie suzanne suzy sybil sylvia tabitha talia tamara tammy tanya
    tara tatiana teresa teri terri tess tessa thelma theresa therese tiffany tina toni tonya tracey traci
    tracy tricia trina trish trisha trudy tulsi ursula usha valentina valerie vanessa vera verna veronica
    vicki vickie vicky victoria viola violet virginia vivian viviane wanda wendy whitney whoopi wilma
    winifred winnie xiomara yasmin yolanda yvette yvonne zaha zainab zara zelda zoe
    """
)
"""Given names of women, in lower case; a name in both lists tells nothing."""

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
"""Given names of anybody, in lower case."""
