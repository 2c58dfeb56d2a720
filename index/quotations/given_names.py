"""Common given names by the gender that they usually tell."""

from __future__ import annotations

from index.word_set import word_set

MALE_NAMES = word_set(
    """
    aaron abdul abdullah abe abraham adam adel adrian ahmad ahmed ahmet aidan al alain alan alasdair
    alastair albert alberto aldo alec alejandro aleksandr alessandro alex alexander alexei alfie alfonso
    alfred alfredo ali alistair allan allen alvaro alvin amir amit anatoly anders andre andrea andreas
    andrei andres andrew andrzej andy angelo angus anil anthony antoine antonin antonio antony anwar archie
    ariel arjun arlen armando arnold arthur arturo arun asa asad ash asher ashok ashton asif austin avi
    ayman babatunde baptiste barack barnaby barney barry bart bashar basil beau ben benedict benjamin benny
    bernard bernard-henri bernardo bernie bert beto bibi bilal bill billy binyamin bjorn blaine blake bob
    bobby bode boris boyd brad bradley bram brandon brendan brent bret brett brian brock brody bruce bruno
    bryan bryce byron caleb callum calvin cameron carl carlos carter casey cathal cecil cesar chad charles
    charlie chase chester chidi chip chris christian christopher chuck cian ciaran clarence clark claude
    clay clayton cliff clifford clint clinton clyde cody colby cole colin colton connor conor conrad corey
    cornell cory craig curt curtis cyrus dafydd daisuke dale dallas dalton damian damon dan daniel danny
    darius darnell darrell darren darryl daryl dashawn dave david davide davis dean deandre declan deepak
    deng denis dennis denny denzel derek derrick deshawn desmond diarmuid dick didier diego dieter dimitri
    dinesh dmitri dmitry dominic dominique don donal donald donnie donovan doug dougie douglas drew duane duncan
    dustin dwayne dwight dylan eamon earl ed eddie edgar eduardo edward edwin ehud eli elijah elliot
    elliott elmer emanuel emeka emilio emmanuel emomali emre emyr enrique enzo eoin eric erick erik ernest
    ernesto ernie esteban ethan etienne euan eugene evan evgeny ewan fabio faisal felipe felix femi fergus
    fernando fiachra fidel finley florian floyd francesco francis francisco francois frank franklin franz
    fred freddie freddy frederick fritz gabriel gareth garrett garry gary gavin gene geoff geoffrey george
    gerald gerard gerardo gerhard gerry gethin gianni gilbert giles gilles giovanni giuseppe glen glenn
    gonzalo gordon graham grant greg gregg gregory grover guido guillaume guillermo gus gustavo guy hakan
    hakeem hal hamid hamish hamza hank hans harold harris harry haruto harvey hasan hashim hassan heath
    hector heiko heinz henri henrik henry herb herbert herman hermann hiroki hiroshi holger homer horace
    horst howard hubert hugh hugo humayun hunter hussein huw iain ian ibrahim idris ieuan ignacio igor ike
    iker ilya imran imtiaz ira irving isaac ismail israel ivan jack jackson jacob jacques jaime jake jakub
    jamaal jamal james jamie jan jared jarrod jason jasper javier jay jaylen jean-claude jean-luc
    jean-marie jeb jed jeff jefferson jeffrey jens jerald jeremy jermaine jeroen jerome jerry jesse jesus
    jim jimmy jinping joachim joao joaquin joe joel johan johann john johnnie johnny jon jonah jonas
    jonathan jong-un jordan jorge jose josef joseph josh joshua juan julian julien julio julius jurgen
    justin kamal kareem karim karl kazuo keenan keith kemal ken kenji kenneth kent kevin khaled khalid
    khizr kieran kim-jong kirk kjell klaus kofi kojo konstantin kris krzysztof kurt kwabena kwame kyle
    lakhdar lamar lance lanny larry lars laurent lavar lawrence lee len leo leon leonard leonid les leslie
    lewis liam lincoln lindsey lionel lloyd logan lorenzo lou louis luca lucas luigi luis luka lukasz luke
    luther lyndon maarten maciej mack mads magnus mahdi mahmoud malcolm malik manny manuel mao marc marcel
    marco marcos marcus marek mario marion mark markus marlon marquis marquise marshall martin marty marvin
    mason mateen mateo mathieu matt matteo matthew matthias maurice max maxim maxwell mehdi mehmet mel
    melvin micah michael michel miguel mike mikhail miles milo milton mitch mitchell mitt mo mohamed
    mohammad mohammed mohsen moises morgan morris moses muhammad murat murray mustafa myron nabil nadeem
    nadir narendra nasser nat nate nathan nathaniel naveed neal ned neil nelson newt niall nicholas nick
    nicolas nigel nikita nikolai nils noah noel norm norman oisin olaf oleg oleksandr oliver olivier ollie
    oluwaseun omar orrin osama oscar oskar osman otto owain owen pablo padraig paolo pascal pat patrick
    paul pavel pawel pedro percy perry pete peter phil philip philippe phillip pierre pieter pietro piotr
    prakash preston quentin rafael rahm rahul rainer raj rajesh rajiv rakesh ralph ramesh ramon ramzan rand
    randall randolph randy raphael rashad rasmus raul ravi ray raymond recep reg reggie reginald reid
    reince rene rex reza rhodri rhys ricardo rich richard rick ricky rob robert roberto robin rod roderick
    rodney rodolfo rodrigo roger rohan rohit roland ron ronald ronnie rory ross roy ruairidh ruben rudolph
    rudy rupert russ russell rusty ryan saad saddam salman salvador sam samir sammy samuel sandeep sanjay
    satya saul scott seamus sean sebastian sebastien seddique segun serge sergei sergey sergio serkan seth
    shane shaun shawn sheldon sherman shimon shinzo sid sidney silvio simon solomon soren spencer stan
    stanley stefan stefano stephan stephen steve steven stewart stuart sundar sunil suresh sven tad takashi
    tariq tayyip ted teddy terrell terrence terry thad theo theodore thiago thierry thomas thorsten tiago
    tim timothy tobias toby tod todd tom tomas tomasz tommy tony travis trayvon tremaine trent trevor trey
    trip troy truman tucker tunde ty tyler tyrone ulysses umberto usman uwe vaclav valery vernon vic victor
    vijay vikram viktor vince vincent vinod vladimir volodymyr wade wallace walt walter warren wayne wei
    wendell wes wesley wilbur will willard willem william willie wojciech wolf wolfgang woodrow woody
    xavier xi yang yasser yaw yevgeny yitzhak yuri yusuf yves zach zachary zack
    """
)
"""Given names of men, in lower case."""

FEMALE_NAMES = word_set(
    """
    aarti abby abena abigail achieng ada adaeze adelaide adele adriana adwoa agnes agnieszka ailsa aimee
    aisha akiko akosua alana alex alexa alexandra alexandria alexis alice alicia alina alisa alison allison
    allyson alma alyssa amanda amber amelia amelie amina amy ana anastasia andrea angela angelica angelina
    angharad angie anita anjali anke ann anna annabel anne annette annie annika antoinette antonia aoife
    april ariana arianna arlene ashley astrid audrey aurelie aurora ava ayesha barbara beata beatrice
    beatriz becky belinda bella bernadette bernice bertha beth bethan bethany betsy betty beverly bianca
    birgit blanche bonnie brenda bridget brigitte britney brittany bronagh brooke caitlin camila camille
    candace candice candy caoimhe cara carissa carla carly carmen carol carole carolina caroline carolyn
    carrie carys casey cassandra cassie catherine cathy catriona cecile cecilia celeste celia cerys charlene
    charlie charlotte chelsea cheri cherie cheryl chiara chioma chloe christa christiane christie christina
    christine christy ciara cindy claire clara clarissa claudia clementine colleen condoleezza connie
    constance consuelo cora corinne courtney cristina crystal cynthia dagmar daisy dana daniela danielle
    danuta daphne darla darlene dawn deb debbie debbora deborah debra deepika deirdre delia della delphine
    denise desiree diana diane dianne dina divya dolores donna dora doreen doris dorota dorothy ebony edith
    edna eileen eilidh eilis ekaterina elaine eleanor elena eliana elisa elisabeth elise eliza elizabeth
    ella ellen ellie elodie eloise elsa elsie emilia emily emma emmanuelle erica erika erin esther ethel
    eugenia eunice eva evangeline eve evelyn ewa ewelina faith farah fatima fatma faye federica felicia
    ffion fiona flora florence folake frances francesca frauke freda freya gabriela gabriella gabrielle
    gail galina gayle geeta gemma genevieve georgia geraldine germaine gertrude gina ginger gisele giulia
    gladys glenda gloria grace grainne greta gretchen guadalupe gwen gwendolyn gwenllian hailey halina
    hanan hanna hannah harriet hattie hazel heather heidi heike helen helena helene henrietta hilary hilda
    hillary holly hope huma huong ida ilana ilene imelda imogen indira ines ingrid irene irina iris irma
    isabel isabella isabelle isha isla ivana ivanka ivy iwona jaclyn jacqueline jada jaime-lynn jamie jan
    jana jane janelle janet janice janine jasmine jean jeanette jeanine jeanne jemima jen jenna jennie
    jennifer jenny jess jessica jill jillian jo joan joann joanna joanne jocelyn jodi jody johanna jolene
    josefina josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine jutta
    kaitlin kamala kara karen kari karin karla katarzyna kate katherine kathleen kathryn kathy katie
    katrina katy kavita kay kayla kayleigh keiko keisha kellie kelly kellyanne kelsey kendra kerry khadija
    kim kimberly kirsten kirstie kirstjen kirsty kristen kristi kristin kristina kristine kristy krystyna
    ksenia lakshmi lana lara larisa latoya laura laurel lauren laurie layla lea leah leanne leila lena
    leslie leticia leyla liane lila lillian lily linda lindsay lindsey linh linnea lisa liz liza lois lola
    lorena loretta lori lorraine lottie louisa louise lucia lucie lucille lucinda lucy ludmila luisa lupe
    lydia lynda lynn lynne mabel mackenzie maddie madeleine madeline mae maeve magdalena maggie mairead
    malala malgorzata malia mallory mandy manon marcia margaret margarita margie margot maria mariah mariam
    marian mariana marianne marie mariel marilyn marina marine marisa marisol marissa marjorie marla
    marlene marsha marta martha martina mary maryanne matilda maude maureen maxine maya meera megan meghan
    melania melanie melinda melissa mercedes meredith meryl mhairi mia michele michelle michiko mildred
    millie mindy miranda miriam misty molly mona monica monique morag morgan muriel myra
    myrtle nadia nadine nancy
    naomi nasrin natalia natalie natalya natasha neera neha nellie ngozi niamh nicola nicole nikki nimrata
    nina nisha noelle nora norma octavia oksana olena olga olivia opal ophelia orla padma paige pam pamela
    parveen patrice patricia patsy patti patty paula paulette paulina pauline pearl peggy penelope penny
    petra philippa phoebe phyllis pilar polly pooja priscilla priya rachael rachel ramona rania reba
    rebecca regina renata renee rhian rhiannon rhoda rhonda rita roberta robin robyn rochelle rocio roisin
    ronda rosa rosalie rosalind rosalyn rose rosemarie rosemary rosie roxanne ruby rukhsana ruth ruthie
    sabina sabine sabrina sadie sahra sally salma sam samantha samina samira sandra sandy saoirse sara sarah
    sasha selena selma serena shabana shannon shari sharon shauna shawna sheila shelby shelley shelly
    sherri sherry sheryl shirley shreya sian sigrid silvia simone sinead siobhan sofia solveig sonal sonia
    sonya sophia sophie stacey stacy stella stephanie sue sunita susan susana susanna susanne susie suzanne
    suzy svetlana sybil sylvia sylvie tabitha talia tamara tammy tamsin tanya tara tatiana tatyana temitope
    teresa teri terri tess tessa thelma theresa therese thuy tiffany tilly tina toni tonya tracey traci
    tracy trang tricia trina trish trisha trudy tulsi ulrike ursula usha valentina valerie vanessa vera
    verna veronica veronique vicki vickie vicky victoria viola violet virginia vivian viviane wanda wanjiku
    wendy whitney whoopi wilma winifred winnie ximena xiomara yasmin yetunde yoko yolanda yulia yvette
    yvonne zaha zahra zainab zara zelda zoe zofia
    """
)
"""Given names of women, in lower case; a name in both lists tells nothing."""

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
"""Given names of anybody, in lower case."""
