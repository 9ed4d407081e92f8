"""Words by which a sentence without a verb is found; `prose.has_verb` says how they are used."""

#: Finite forms that are nothing else.
SURE = frozenset(
    """
    am is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did
    don't doesn't didn't can could cannot can't couldn't might must mustn't shall should shouldn't
    will would won't wouldn't i'm you're we're they're i've you've we've they've i'll you'll he'll
    she'll it'll we'll they'll it's he's she's that's there's here's what's who's let's ate became
    began broke came chose drew drove fell flew forgot froze gave grew knew rang rose said sang sank
    shook spoke stole swore swam threw took tore went woke wore wrote withdrew
    """.split()
)
#: Past forms that are participles too: "the treaty held", but "a treaty, held".
PAST = frozenset(
    """
    bent bought brought built burnt caught cost cut dealt dug fed felt fled fought found got heard
    held hit hurt kept laid lay led learnt left lent let lost made meant met paid put read ran sat
    saw sent set shot shut slept sold spent split spread stood struck stuck swept taught thought
    told understood won
    """.split()
)
#: Base forms that are seldom nouns.
VERBS = frozenset(
    """
    abandon abolish abstain accept accuse achieve add admit adopt affect agree allow announce
    answer appear apply appoint approve argue arrest arrive ask assume assure attend attract avoid
    await bear beat become begin believe belong bet bind blame boil bomb borrow bow bring build
    burn buy cancel carry catch cease celebrate change choose cite click climb collapse collect
    come commit compare compete compile complain conclude condemn confer confirm connect conquer
    consider consist consult contain continue contradict convince cooperate correct count create
    criticise cut dare decide declare deepen defend deliver demonstrate deny depart depend derive
    describe deserve despise destroy detect determine develop die differ dig disagree disappear
    discuss dismiss divide dominate double draw drop earn eat elect embrace emerge emphasise enable
    encourage ensure enter establish evacuate evade exclude exist expand expect expel explain
    explode explore express extend fail feed feel fetch fill find fit flag fly follow forbid forget
    forgive fulfil gather get give go govern grow guess hail halve hang happen harden hate haunt
    hear hesitate hide hold hurry identify ignore imagine impose improve include indicate inform
    inherit insert insist install intend interpret interrupt introduce invade invent invite involve
    join justify keep kill know lack lay learn leave lend let lie listen look loom lose maintain
    make manage matter mean meddle meet mention modernise modify name neglect negotiate notice obey
    oblige observe obtain occur omit operate oppose organise outlive outweigh overlook owe own
    participate pass perceive permit persuade pick play point pose possess postpone predict prefer
    prepare pretend prevent proclaim produce prolong promote pronounce propose protect prove
    provoke publish pull punish pursue push put quit quote ratify react read realise rebel rebuild
    recall receive reckon recode recognise recommend reconsider reduce refer reflect refuse refute
    regret reject rejoin relate relax relent rely remain remember remind remove renew renounce
    reopen repeal repeat replace reply represent require reread rerun resemble resign resist
    resolve respond restore resume retire reveal rise rob run save say scare scatter scorn see seek
    seem select sell send serve set settle shatter shorten shout show shrink sing sink sit slip
    slow solve sort sour speak spell spend spoil stall stand stare stay stick stir stop strengthen
    stretch strip succeed suffer suffice suggest suit suppose surround survive suspect suspend swap
    sway swear swim take teach tell thank think threaten throw tick tilt tire topple toughen
    transform translate travel treat trigger try type undercut undergo underline undermine
    understand undertake unite urge use vanish verify violate wait wander want warn watch weaken
    wear weigh whisper win wish withdraw withhold wonder worry write
    """.split()
)
#: Base forms that are as often nouns.
NOUNS = frozenset(
    """
    act age aid aim appeal attack balance ban benefit block border break call care cause
    challenge chance charge chart check claim close code colour command comment condition contact
    contrast control cost cover cross date deal debate delay demand design diary doubt draft dream
    drink drive end escape estimate exchange exercise export face favour fear fight figure finish
    fire flight flow focus force form found gain gap grant guarantee guard hand head help hint hope
    host hunt increase issue judge jump lag land last laugh launch lead limit line link list live
    loan love lower march mark match measure meeting mind miss mistake move name need note number
    object offer open order paint pay phone picture place plan plant position praise press price
    print profit promise protest question raise rank rate reach reason record repair report request
    rest result retreat return reward ring risk row rule rush sail sale sample score search sense
    separate shape share shelter shift ship shock sign sketch smile sound source speed start state
    stem step strike struggle study supply support surprise switch talk target test tie time title
    touch track trade train trust turn value veto view visit voice vote walk warning waste water
    weight welcome work yield
    """.split()
)
#: Before one of these words a form is no finite verb: "the visit", "of trade", "to promise".
BEFORE_A_NOUN = frozenset(
    """
    a an the this these those his her its their our my your whose no every each either neither
    another any some much more most less least fewer such one two three four five six seven eight
    nine ten eleven twelve hundred thousand first second third fourth fifth last next own other
    same of in on for with by from at about into over under between among against without within
    through after before during since until towards toward behind beside beyond near like per than
    as to up out off upon around across along despite via versus new old good bad great small big
    large long short high low late early young strong weak common joint public private military
    political economic diplomatic official strategic foreign full whole single real true false
    clear final main only further best better worst worse chinese russian american british french
    german japanese indian soviet european western eastern northern southern asian serbian albanian
    """.split()
)
#: Behind one of these words a base form is a verb: "they vote", "people who trade".
SUBJECTS = frozenset(
    """
    i you we they who that which what each both two three few many others people men women
    everybody nobody somebody it he she there please then also never always often now not still
    again only one four five six seven eight nine ten eleven twelve
    """.split()
)
#: Where one of these follows, a word at the beginning is a noun: "Change of tone".
AFTER_A_NOUN = frozenset("and or of versus between but".split())
#: Words in -ed that are no verbs.
NOT_PAST = frozenset(
    "hundred united armed indeed red speed need seed embed exceed proceed succeed bed shed".split()
)
