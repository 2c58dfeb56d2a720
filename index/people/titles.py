"""Forms of address and offices that stand before a name without being part of it."""

from __future__ import annotations

from index.word_set import word_set

MALE_TITLES = word_set(
    """
    mr mister sir lord king prince duke baron monsieur herr senor señor don father fr brother
    congressman chairman shri
    """
)
FEMALE_TITLES = word_set(
    """
    mrs ms miss madam madame lady dame queen princess duchess baroness frau senora señora sister
    congresswoman chairwoman smt shrimati
    """
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | word_set(
        """
    dr doctor pres sec min amb prof professor rev reverend hon honourable honorable pope bishop archbishop cardinal
    patriarch rabbi imam ayatollah sheikh shaikh sheik emir president vice deputy prime minister
    premier chancellor secretary general state foreign defence defense interior finance home
    treasury senator sen congressperson representative rep governor gov mayor ambassador envoy
    commissioner judge justice attorney chief chair chairperson speaker spokesman spokeswoman
    spokesperson director captain capt colonel col major maj lieutenant lt sergeant sgt admiral adm
    gen marshal officer corporal private pm mp ceo cfo tsar chancellor-designate ex former late then
    acting coach detective inspector writer author affairs journalist reporter analyst activist
    lawyer leader candidate executive revd pastor deacon canon monsignor cllr councillor pc wpc dci det insp
    superintendent supt constable emeritus emerita msp mla td taoiseach tánaiste tanaiste
    """
    )
)
NATIONALITIES = word_set(
    """
    american british english scottish welsh irish french german russian ukrainian syrian turkish
    iranian israeli palestinian chinese japanese korean north south indian pakistani afghan iraqi
    saudi egyptian lebanese jordanian qatari emirati yemeni libyan tunisian moroccan algerian
    sudanese ethiopian kenyan nigerian ghanaian african canadian mexican brazilian argentine
    venezuelan cuban colombian chilean peruvian italian spanish portuguese dutch belgian swiss
    austrian polish czech slovak hungarian romanian bulgarian greek serbian croatian bosnian
    albanian danish swedish norwegian finnish estonian latvian lithuanian belarusian georgian
    armenian azerbaijani kazakh uzbek vietnamese thai indonesian malaysian philippine filipino
    australian european us u.s uk u.k eu un soviet republican democratic democrat labour
    conservative tory
    """
)
CONNECTORS = frozenset(("the", "of", "for", "and"))
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
