"""Words that the rules for names know: titles of office, heads of bodies, function words.

General vocabulary only; nothing here belongs to one collection.  All sets are
lower case unless said otherwise.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


US_PREFIXES = ("US", "U.S.", "U.S", "United States")
"""How texts write the country before the name of one of its bodies."""

TITLES = _words(
    """president vice-president secretary undersecretary minister premier chancellor ambassador
    councilor councillor counselor counsellor director administrator commissioner governor senator
    representative congressman congresswoman chairman chairwoman chair chairperson speaker leader
    general admiral colonel captain lieutenant major sergeant commander brigadier marshal judge
    justice magistrate attorney advisor adviser assistant spokesman spokeswoman spokesperson
    king queen prince princess duke duchess pope cardinal archbishop bishop rabbi imam sheikh emir
    sultan ayatollah professor doctor sir lady lord dame mayor sheriff envoy delegate counsel
    coordinator inspector treasurer prosecutor deputy chief principal rapporteur
    mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sen. rep. gov. gen. col. capt. lt. sgt. prof. hon.
    rev. maj. adm. cmdr. amb. sec. pres. st. mme m. messrs messrs. herr frau monsieur madame señor
    señora cllr cllr. alderman reverend rev capt col lt sgt gen prof hon constable superintendent
    commodore viscount baron baroness marquess alhaji hajiya mallam shri smt smt. barrister engr
    engr. vice-admiral rear-admiral lieutenant-colonel major-general lieutenant-general
    brigadier-general detective oba provost bailie surgeon ensign midshipman quartermaster chaplain
    postmaster overseer councilman councilwoman alderwoman assemblyman assemblywoman selectman
    trustee comrade signor signora signorina fräulein fraulein mademoiselle mlle mlle. rector
    archdeacon vicar curate bailiff coroner consul consul-general vice-consul attaché marquis
    countess tsar czar kaiser emperor empress pasha sheik mullah maulana swami pandit corporal
    solicitor warden abbot abbess friar sheriff-substitute"""
)
"""Titles of office and forms of address that may stand directly before a name."""

WOMENS_TITLES = _words(
    """mrs. mrs ms. ms miss lady dame mme madame frau señora queen princess duchess baroness
    hajiya smt smt. signora signorina fräulein fraulein mademoiselle mlle mlle. countess empress
    abbess alderwoman councilwoman assemblywoman"""
)
MENS_TITLES = _words(
    """mr. mr sir lord herr m. monsieur señor signor king prince duke viscount baron alhaji mallam
    shri marquis emperor tsar czar kaiser"""
)
"""Titles by which a family name means another than its bearer of the other sex."""

PLURAL_TITLES = _words(
    """presidents secretaries ministers senators representatives ambassadors governors generals
    judges justices directors commissioners messrs messrs. professors chancellors premiers
    councilors councillors leaders congressmen advisors advisers princes kings"""
)
"""The same for several bearers: “Presidents A and B”."""

MERE_ADDRESS = _words(
    """mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir lady lord dame hon. prof. professor doctor
    mme m. messrs messrs. herr frau monsieur madame señor señora hon prof shri
    smt smt. alhaji hajiya mallam engr engr. signor signora signorina fräulein fraulein
    mademoiselle mlle mlle. comrade"""
)
"""Forms of address that do not say which of two bearers is meant."""

ABBREVIATED_TITLES = (
    "mr.",
    "mrs.",
    "ms.",
    "mlle.",
    "mx.",
    "dr.",
    "sen.",
    "rep.",
    "gov.",
    "gen.",
    "col.",
    "capt.",
    "lt.",
    "sgt.",
    "prof.",
    "hon.",
    "rev.",
    "maj.",
    "adm.",
    "cmdr.",
    "amb.",
    "sec.",
    "pres.",
    "st.",
    "messrs.",
    "cllr.",
    "smt.",
    "engr.",
    "u.s.",
    "u.k.",
    "u.n.",
)

FUNCTION_WORDS = _words(
    """a an the this that these those and or but nor so yet for of in on at to by from with without
    within into onto over under about after before since until till while when where who whom whose
    which what why how if as than then also not no yes he she it they we you i his her its their our
    your my him them us me both all some many most more few each every other another such is are was
    were be been being has have had do does did will would shall should can could may might must
    according although because despite during however meanwhile moreover therefore thus through
    throughout toward towards upon via per between among amid against across along around near
    today yesterday tomorrow tonight now later earlier former current acting late dear per plus only
    even just still again here there indeed instead unlike like said says told asked added including
    include includes joined meet meets met read see sees once whether though unless previously
    recently currently separately finally first second third last next new additionally further
    furthermore similarly likewise together earlier afterwards afterward"""
)
"""Words whose capital at the head of a sentence says nothing."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words(
    """january february march april may june july august september october november december jan.
    feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."""
)

COMMON_HEADS = _words(
    """state states office department council government ministry party congress house senate
    commission committee agency bureau court board service services center centre institute
    administration union group team force army navy police church bank company corporation
    foundation fund authority association federation league alliance cabinet parliament secretariat
    embassy mission delegation union city town county district province region capital north south
    east west border world"""
)
"""Common nouns: alone they name nobody, whatever a record says."""

LOWERABLE_HEADS = _words(
    """government administration regime embassy agency summit news working group party army police
    parliament cabinet authorities guesthouse airport treaty agreement accord conference war
    delegation campaign"""
)
"""Last words of a name that texts also write small: “U.S. government”."""

GENERIC_HEADS = (
    "working group",
    "task force",
    "commission",
    "committee",
    "council",
    "agency",
    "ministry",
    "bureau",
    "tribunal",
    "institute",
    "foundation",
    "think tank",
)
"""Heads by which a body is taken up again: “the working group”."""

SPELLINGS = (
    ("Defence", "Defense"),
    ("Organisation", "Organization"),
    ("Labour", "Labor"),
    ("Centre", "Center"),
    ("Programme", "Program"),
)
"""British and American spelling of words that stand in names of bodies."""

SHOUTED_WORDS = _words(
    "us who ice it aid aids act cap care fast hope safe step fact dare no so do in on or an be "
    "is at to up we he me my by if as go am"
)
"""Words that look like an acronym in a line of capitals."""

DEMONYMS = _words(
    """american chinese russian british french german austrian japanese korean indian mexican
    canadian australian european asian african arab israeli palestinian iranian iraqi syrian
    turkish greek italian spanish portuguese dutch belgian swiss swedish norwegian danish finnish
    polish czech hungarian romanian bulgarian ukrainian egyptian saudi pakistani afghan thai
    vietnamese filipino indonesian malaysian singaporean taiwanese cuban brazilian argentine
    chilean colombian venezuelan peruvian irish scottish welsh english nigerian kenyan ethiopian
    soviet western eastern northern southern
"""
)
"""Adjectives of nation before an office: not part of the title."""
