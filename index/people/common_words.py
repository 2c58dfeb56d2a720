"""Words and names that are meant as they stand, however near they come to the name of somebody."""

from __future__ import annotations

from index.word_set import word_set

COMMON_WORDS = word_set(
    """
    about above across actor after again against agency agent alone along already also although
    always among another answer anyone anything appeal argue around article attack author away back
    bank based battle beach became because become been before began begin behind being believe below
    best better between beyond bidding billion bitter black blame blood board body bomb border both
    bread break bridge brief bring broken brother brought brown budget build built burden burn
    business buyer call called came camera campaign cancer candidate capital care career carry cases
    cause center central centre certain chain chance change charge charged chart cheap check cheek
    child children choice choose church cities citizen city claim class clean clear climate close
    cloud club coal coast cold college come coming common company concern conflict contract control
    cook cool copy cost could council count country county couple course court cover create crime
    crisis critic crowd crown cruel culture curb current cut daily damage dance danger dark data
    date daughter dead deal death debate debt decade decide deep defense degree demand deny desert
    develop dinner direct doctor does dollar done door double doubt down draft drama drawn dream
    drew dress drink drive driven driver drop drug during dust duty each early earn earth easy
    economy edge editor effect effort eight either election else empty energy enemy enough entire
    equal error even event ever every exact exist expert eyes face fact factor fair faith fall false
    family famous fans farm farmer fast father fear feed feel fellow female fence field fifth fight
    figure film final find fine finger finish fire firm first fish fleet flight floor flow folk
    follow food foot force forced foreign forest forget form former forum forward found four frame
    free fresh fried friend friends from front fruit fuel full fund funds future game garden gate
    gather gave general gift give given giving glass goal goes going gold gone good grand grant
    great green ground group grow growing growth guard guess guest guide guilty hair half hall hand
    hands happen happy hard harm hate have head health hear heard heart heat heavy held help here
    hero hide high hill himself history hold home honest honor hope horse hospital host hotel hour
    house however huge human hunt hurt idea image impact income indeed inside into iron island issue
    item join joint journal judge jump jury just justice keep kept kick kill killed killer kind king
    knew know known labor lack lady lake land language large last late later laugh launch lead
    leader league learn least leave left legal less letter level library life light like likely
    limit line list listen little live local long look lord lose loss lost love lower lunch made
    main major make male manager many march mark market match matter maybe mayor mean media medical
    meet meeting member memory merely merit message metal method middle might mile military milk
    million mind minister minor minute miss missile mission mistake model modern moment money month
    moral more morning most mother mountain mouth move much murder music must name narrow nation
    native nature near nearly need never news next nice night noble nobody noise none normal north
    note nothing notice number object ocean offer office often older once only open order other
    ought outside over owner pack page paid pain pair panel paper parent park part party pass past
    path patient peace pension people percent perhaps period person phone photo phrase piece pilot
    pipe place plain plan plane plant play player please plenty poet point police policy poor
    popular port post pound power present press pretty price prince prison private prize problem
    process produce profit project promise proof protest proud prove public pull purpose push put
    quality question quick quiet quite quote race radio rain raise range rate rather reach read
    reader ready real reason rebel recent record reform refuse regime region remain reply report
    rescue rest result return rich ride right rise risk river road rock role roll room root rose
    round route rule rush safe said sale same sand save saying scale scene school science score
    screen season seat second secret section sector secure seek seen sell send senior sense sent
    series serious serve service session set seven several shall shape share sharp shell shift ship
    shirt shock shoot shop short shot should show side sign silence silent silver similar simple
    since sing single sister site sitting size skill skin sleep slow small smart smile smoke social
    soft soil soldier solid some someone son song soon sort soul sound source south space speak
    speech speed spend spent spirit split sport spring staff stage stand star start state stay steel
    step still stock stone stop store storm story strange street stress strike strong student study
    stuff style subject such sudden suffer summer support sure surface survey sweet system table
    take taken talk talks target task teach teacher team tell tend term test text than thank that
    their them then theory there these they thick thing think third this those though thought thread
    threat three through throw thus tight time tired title today together told tone tonight took
    tool topic total touch tough tour toward tower town track trade train travel treat treaty tree
    trend trial tried troop troops trouble truck true trust truth trying turn twice type under union
    unit until upon urge used user usual value very victim video view village violence visit voice
    vote voter wage wait walk wall want warm warn watch water wave weak weapon wear weather week
    weight welcome well went were west what wheel when where whether which while white whole whom
    whose wide wife wild will wind window winter wire wise wish with within without witness woman
    women wonder wood word work worker world worry worse worst worth would wound write writer wrong
    yard year years yellow yesterday young youth zone africa albania algeria america angola
    argentina armenia asia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
    bosnia brazil britain bulgaria cambodia cameroon canada chad chile china colombia congo croatia
    cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe finland france gabon
    gambia gaza georgia germany ghana greece guatemala guinea guyana haiti hungary iceland india
    indonesia iran iraq ireland israel italy jamaica japan jordan kenya korea kosovo kuwait latvia
    lebanon liberia libya lithuania malawi malaysia mali malta mexico moldova monaco mongolia
    morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
    pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
    scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
    taiwan tanzania thailand togo tunisia turkey uganda ukraine uruguay venezuela vietnam wales
    yemen zambia zimbabwe ankara athens baghdad beijing beirut belgrade berlin boston brussels cairo
    chicago damascus delhi dublin geneva havana kabul kiev kyiv lisbon london madrid moscow munich
    paris prague riyadh rome sochi tehran tokyo vienna warsaw washington kremlin pentagon parliament
    congress senate nato
    """
)
KNOWN_NAMES = word_set(
    """
    adams ahmadinejad alexander allen anderson annan arafat ashton assange baker barnes barroso
    becker bell bennett berlusconi bernanke bezos blair blatter blinken bloomberg boehner bolsonaro
    bolton boris brennan brooks brown bryant burns bush butler campbell carney carter castro chavez
    cheney chirac chomsky churchill clark clarke clegg clinton cohen cole coleman collins comey cook
    cooper corbyn cox cruz davies davis diaz dole dodd draghi edwards einstein eisenhower erdogan
    evans farage fauci fisher flores ford foster francis frank franklin freeman gaddafi gandhi
    garcia gates gibson gillard giuliani gomez gonzales gonzalez gorbachev gordon gore graham grant
    gray green greene griffin guterres hagel hall hamilton harper harris harrison hawking hayes
    henry hernandez hill hitler holder hollande holmes howard howell hughes hunt hunter jackson
    jacobs james jenkins jinping jobs johnson jones jordan juncker kagan karzai kelley kellogg kelly
    kennedy kerr kerry khamenei khan khrushchev king kissinger kohl kushner lagarde lavrov lee lenin
    lewis lincoln long lopez lukashenko macron maduro major maliki mandela marshall martin martinez
    mason mattis may mccain mcconnell mcdonald medvedev merkel merkle meyer miliband miller mills
    milosevic mitchell mitterrand mohammed monti moore morales morgan morris morsi mubarak mueller
    murphy murray musk myers nasser navalny nelson netanyahu nguyen nixon obama ocasio olmert orban
    ortiz osborne owens palin palmer panetta parker patel patterson paulson pelosi pence peres perez
    perkins perry peters peterson petraeus phillips pierce pompeo porter poroshenko powell prescott
    price putin rabin ramirez rajoy reagan reed reid renzi reyes reynolds rice richards richardson
    rivera roberts robertson robinson rodriguez rogers romney roosevelt rose ross rouhani rousseff
    rove rubio rudd rumsfeld russell ryan salmond sanchez sanders santos sarkozy schmidt scholz
    schroeder schulz schumer scott shaw sharon simmons simpson sisi smith snowden soros spicer
    stalin starmer stevens stewart stone straw sturgeon sullivan sunak taylor thatcher thomas
    thompson tillerson torres trump truman trudeau truss tsipras turner tusk tutu tymoshenko
    varoufakis wagner walker wallace ward warren washington watson weber webb weinstein wells west
    white williams wilson wolf wood woods wright yanukovych yeltsin young yellen zapatero zelensky
    zuckerberg zuma
    """
)
