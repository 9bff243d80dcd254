"""The models of the third group: what cannot be told from a French infinitive.

Each model stands for all verbs with its ending: "prendre" for apprendre, comprendre, entreprendre, surprendre.
The longest ending wins, so that "recevoir" is no "voir". French makes no new verbs of this group: a closed class.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """The principal parts of verbs with one ending; every part replaces that ending.

    ``present`` holds je, il, nous, ils ("" for a form that does not exist); ``past`` the first person of the past
    historic; ``participle`` the masculine singular. ``subjunctive`` holds the stems of je and nous, where they are
    not those of ils and nous in the present; ``present_participle`` likewise.
    """

    ending: str
    present: tuple[str, str, str, str]
    past: str
    future: str
    participle: str
    subjunctive: tuple[str, str] | None = None
    present_participle: str | None = None
    imperfect: str | None = None


def _model(
    ending: str,
    present: str,
    past: str,
    future: str,
    participle: str,
    subjunctive: str | None = None,
    present_participle: str | None = None,
    imperfect: str | None = None,
) -> Model:
    je, il, nous, ils = ("" if form == "-" else form for form in present.split())
    stems = None
    if subjunctive is not None:
        strong, weak = subjunctive.split()
        stems = (strong, "" if weak == "-" else weak)
    return Model(ending, (je, il, nous, ils), past, future, participle, stems, present_participle, imperfect)


MODELS = (
    # -ir
    _model("tir", "s t tons tent", "tis", "tir", "ti"),
    _model("dormir", "dors dort dormons dorment", "dormis", "dormir", "dormi"),
    _model("servir", "sers sert servons servent", "servis", "servir", "servi"),
    _model("vêtir", "vêts vêt vêtons vêtent", "vêtis", "vêtir", "vêtu"),
    _model("enir", "iens ient enons iennent", "ins", "iendr", "enu"),
    _model("courir", "cours court courons courent", "courus", "courr", "couru"),
    _model("mourir", "meurs meurt mourons meurent", "mourus", "mourr", "mort"),
    _model("quérir", "quiers quiert quérons quièrent", "quis", "querr", "quis"),
    _model("vrir", "vre vre vrons vrent", "vris", "vrir", "vert"),
    _model("frir", "fre fre frons frent", "fris", "frir", "fert"),
    _model("cueillir", "cueille cueille cueillons cueillent", "cueillis", "cueiller", "cueilli"),
    _model("saillir", "saille saille saillons saillent", "saillis", "saillir", "sailli"),
    _model("fuir", "fuis fuit fuyons fuient", "fuis", "fuir", "fui"),
    # -oir
    _model("voir", "vois voit voyons voient", "vis", "verr", "vu"),
    _model("prévoir", "prévois prévoit prévoyons prévoient", "prévis", "prévoir", "prévu"),
    _model("pourvoir", "pourvois pourvoit pourvoyons pourvoient", "pourvus", "pourvoir", "pourvu"),
    _model("cevoir", "çois çoit cevons çoivent", "çus", "cevr", "çu"),
    _model("devoir", "dois doit devons doivent", "dus", "devr", "dû"),
    _model("pouvoir", "peux peut pouvons peuvent", "pus", "pourr", "pu", "puiss puiss"),
    _model("mouvoir", "meus meut mouvons meuvent", "mus", "mouvr", "mu"),
    _model("savoir", "sais sait savons savent", "sus", "saur", "su", "sach sach", "sachant"),
    _model("vouloir", "veux veut voulons veulent", "voulus", "voudr", "voulu", "veuill voul"),
    _model("valoir", "vaux vaut valons valent", "valus", "vaudr", "valu", "vaill val"),
    _model("prévaloir", "prévaux prévaut prévalons prévalent", "prévalus", "prévaudr", "prévalu", "préval préval"),
    _model("asseoir", "assieds assied asseyons asseyent", "assis", "assiér", "assis"),
    # -re
    _model("dre", "ds d dons dent", "dis", "dr", "du"),
    _model("prendre", "prends prend prenons prennent", "pris", "prendr", "pris"),
    _model("indre", "ins int ignons ignent", "ignis", "indr", "int"),
    _model("soudre", "sous sout solvons solvent", "solus", "soudr", "solu"),
    _model("rompre", "romps rompt rompons rompent", "rompis", "rompr", "rompu"),
    _model("vaincre", "vaincs vainc vainquons vainquent", "vainquis", "vaincr", "vaincu"),
    _model("battre", "bats bat battons battent", "battis", "battr", "battu"),
    _model("mettre", "mets met mettons mettent", "mis", "mettr", "mis"),
    _model("faire", "fais fait faisons font", "fis", "fer", "fait", "fass fass"),
    _model("traire", "trais trait trayons traient", "-", "trair", "trait"),
    _model("plaire", "plais plaît plaisons plaisent", "plus", "plair", "plu"),
    _model("taire", "tais tait taisons taisent", "tus", "tair", "tu"),
    _model("dire", "dis dit disons disent", "dis", "dir", "dit"),
    _model("maudire", "maudis maudit maudissons maudissent", "maudis", "maudir", "maudit"),
    _model("crire", "cris crit crivons crivent", "crivis", "crir", "crit"),
    _model("lire", "lis lit lisons lisent", "lus", "lir", "lu"),
    _model("rire", "ris rit rions rient", "ris", "rir", "ri"),
    _model("suffire", "suffis suffit suffisons suffisent", "suffis", "suffir", "suffi"),
    _model("uire", "uis uit uisons uisent", "uisis", "uir", "uit"),
    _model("nuire", "nuis nuit nuisons nuisent", "nuisis", "nuir", "nui"),
    _model("aître", "ais aît aissons aissent", "us", "aîtr", "u"),
    _model("connaître", "connais connaît connaissons connaissent", "connus", "connaîtr", "connu"),
    _model("naître", "nais naît naissons naissent", "naquis", "naîtr", "né"),
    _model("croître", "crois croît croissons croissent", "crus", "croîtr", "cru"),
    _model("croire", "crois croit croyons croient", "crus", "croir", "cru"),
    _model("boire", "bois boit buvons boivent", "bus", "boir", "bu"),
    _model("suivre", "suis suit suivons suivent", "suivis", "suivr", "suivi"),
    _model("vivre", "vis vit vivons vivent", "vécus", "vivr", "vécu"),
    _model("clure", "clus clut cluons cluent", "clus", "clur", "clu"),
    _model("inclure", "inclus inclut incluons incluent", "inclus", "inclur", "inclus"),
    _model("clore", "clos clôt closons closent", "-", "clor", "clos"),
    # the four that follow nothing
    _model("falloir", "- faut - -", "fallus", "faudr", "fallu", "faill -", "-", "fall"),
    _model("être", "suis est sommes sont", "fus", "ser", "été", "soi soy", "étant", "ét"),
    _model("avoir", "ai a avons ont", "eus", "aur", "eu", "ai ay", "ayant"),
    _model("aller", "vais va allons vont", "allai", "ir", "allé", "aill all"),
)

# They end like a model and follow the second group: il répartit, nous répartissons.
SECOND_GROUP_IN_TIR = ("répartir", "impartir", "assortir", "asservir")
# The models "tir" holds for these alone: partir, but investir and avertir are of the second group.
LIKE_PARTIR = ("partir", "repartir", "départir", "sortir", "ressortir", "sentir", "mentir")

# "installer" is no "aller", "connaître" no "être".
WHOLE_WORDS = ("être", "avoir", "aller", "naître", "renaître")

# Irregular beyond the principal parts.
IRREGULAR_SUBJUNCTIVES = {
    "être": ("sois", "soit", "soyons", "soient"),
    "avoir": ("aie", "ait", "ayons", "aient"),
}
INVARIABLE_PARTICIPLES = ("être", "pouvoir", "falloir", "suffire", "plaire", "nuire", "rire", "sourire", "vivre")
# Beside the regular spelling: "les primes ont crû", but accru and décru.
OTHER_PARTICIPLES = {"croître": "crû"}
