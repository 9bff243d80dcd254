"""Closed sets of nouns that stand for a source without naming it, or that keep a phrase from being one."""

from __future__ import annotations

from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

# "le quotidien", "l'hebdomadaire", "notre confrère": a noun that stands for the newspaper spoken of.
PRESS_NOUNS = frozenset(
    "quotidien journal canard publication hebdomadaire hebdo bihebdomadaire mensuel magazine revue periodique tabloid "
    "gazette portail confrere confreres redaction station chaine radio agence site media support feuille titre".split()
)
# Of those, the nouns that stand for other things too: read only where a newspaper was named before.
LOOSE_PRESS_NOUNS = frozenset(
    "station chaine radio agence site media support publication revue redaction canard feuille titre".split()
)
# Of those, the nouns before which a capitalised word that no lexicon has is a title: "l'hebdomadaire Nord-Matin".
TITLED_NOUNS = frozenset(
    "quotidien journal hebdomadaire hebdo bihebdomadaire mensuel magazine tabloid gazette portail".split()
)
# "selon un article de Médina Soir": the piece stands for the newspaper that printed it.
PIECES = frozenset(
    "article tribune editorial chronique reportage interview entretien depeche une colonnes enquete dossier".split()
)
# Pieces that are also documents of their own: "une enquête du Monde" is the newspaper's, "une enquête" is a document.
PIECES_OF_THEIR_OWN = frozenset(("enquete", "dossier"))
# "la télévision publique", "les médias d'Etat", "la presse espagnole": the press without a name, with what kind it is.
MEDIA_NOUNS = frozenset("television televisions media medias presse radio radios".split())
MEDIA_KINDS = frozenset(
    "publique publiques public publics nationale national nationales nationaux locale locaux locales officielle "
    "officiels officielles d etatique etatiques espagnole espagnols francaise francais marocaine marocains algerienne "
    "algeriens tunisienne israelienne israeliens russe russes chinoise chinois americaine americains britannique "
    "britanniques allemande italienne turque iranienne syrienne egyptienne internationale internationaux etrangere "
    "etrangers".split()
)
PRESS_ADJECTIVES = frozenset(
    "arabophone francophone hispanophone economique casablancais rabati tangerois madrilene parisien londonien "
    "algerois tunisien tunisois marocain algerien senegalais ivoirien malien camerounais congolais gabonais burkinabe "
    "togolais beninois mauritanien egyptien libanais saoudien qatari emirati turc israelien palestinien francais "
    "espagnol britannique americain belge suisse allemand italien portugais russe chinois japonais quebecois national "
    "local regional sportif anglophone satirique montrealais gouvernemental independant prive public officiel "
    "conservateur liberal populaire specialise electronique".split()
)
# Nouns for a body, where the lexicon has no longer name.
BODY_NOUNS = frozenset(
    "organisation institution organisme comite commission conseil groupe societe firme compagnie multinationale "
    "enseigne geant agence office caisse chambre ville region commune departement etat royaume pays bureau centre "
    "fondation cooperative confederation coalition collectif mission laboratoire studio club filiale instance bourse "
    "syndicat syndicats gouvernement exploitant fabricant avionneur equipementier transporteur distributeur assureur "
    "regie holding fonds marque maison plateforme ong centrale formation tutelle ministere direction banque operateur "
    "constructeur entreprise editeur brasseur laboratoires hopital etablissement universite ecole municipalite "
    "collectivite intersyndicale mutuelle assurance federation association observatoire institut cabinet parti "
    "administration autorite autorites patronat police justice gendarmerie douane douanes parquet tribunal prefecture "
    "mairie wilaya province executif delegation division departements section cellule antenne reseau plate-forme "
    "service services commissariat comites federations associations ministeres collectifs instances mouvement "
    "representation ambassade consulat armee haut-commissariat secretariat tresorerie inspection".split()
)
# Roles so general that they stand for whoever spoke last: "le responsable", "l'élu", "le magistrat".
ROLE_CLASSES = frozenset(
    "responsable dirigeant dirigeante patron patronne elu elue ministre president presidente directeur directrice "
    "magistrat magistrate procureur chercheur chercheuse economiste expert experte analyste specialiste syndicaliste "
    "porte parole depute deputee senateur senatrice parlementaire maire wali gouverneur gouverneure prefet prefete "
    "officiel diplomate interesse interessee medecin professeur professeure avocat avocate fonctionnaire entrepreneur "
    "entrepreneuse gerant gerante pdg dg secretaire coordinateur coordinatrice delegue deleguee industriel banquier "
    "universitaire politologue sociologue epidemiologiste hotelier hoteliere agriculteur agricultrice commercant "
    "commercante conseiller conseillere chef argentier candidat candidate".split()
)
# Documents that are written to tell something: what "le document" means; a bill ("facture") is none of them.
REPORTS = frozenset(
    "rapport note etude communique enquete bulletin circulaire avis barometre sondage lettre bilan audit analyse livre "
    "publication panorama synthese memoire declaration dossier projet arret jugement decret message courrier".split()
)
# Documents that one acts under rather than speaks in: "dans un accord" names no source.
DEEDS = frozenset(
    "plan strategie programme projet contrat convention accord budget loi decret arrete ordonnance reglement charte "
    "protocole circulaire appel dahir jugement arret directive memorandum cahier offre".split()
)
# Words that show a run of capitals to be a body and no person: "Atlas Bank", "Holding Rif".
BODY_WORDS = frozenset(
    "bank banque group groupe holding maroc morocco afrique africa airlines capital france airways telecom energy "
    "economics research securities analytics advisors ratings insurance industries technologies motors partners invest "
    "consulting university institute foundation international company corporation".split()
)
# Capitals at the start of a sentence that are no names.
NO_NAMES = frozenset(
    "le la les l un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs mais et ou donc "
    "or ni car si en au aux du de dans sur pour par avec sans selon entre depuis ainsi aussi alors enfin puis quant "
    "cela c d s n j y a plus moins total outre apres avant lors tout tous toutes resultat autre autres reste cote "
    "malgre chez hors grace faute vu pres environ quelque quelques soit comme quand lorsque parmi sous vers voici "
    "voila nombre beaucoup plusieurs certains d'apres bref certes toujours jamais hier aujourd'hui demain deux trois "
    "quatre cinq six sept huit neuf dix ici la-bas celui celle ceux celles lui eux notre nos votre vos mon ma mes que "
    "qui dont ou".split()
)
# What shows or proves without saying: "l'expérience montre que".
THINGS = frozenset(
    "experience histoire situation exemple fait calcul courbe evolution tendance comparaison logique realite pratique "
    "formule theoreme preuve resultat phenomene crise guerre mesure decision annonce chose preuves constat affaire "
    "dossier question probleme raison hypothese idee film livre roman image photo video carte graphique".split()
)
# What a noun phrase does not begin with.
NO_HEADS = (
    PREPOSITIONS
    | RELATIVES
    | ADVERBS
    | CONJUNCTIONS
    | PRONOUNS
    | NEGATIONS
    | frozenset(
        "auxquels auxquelles duquel desquels desquelles auquel lequel deux trois quatre cinq six sept huit neuf dix "
        "numéro accueillir être avoir cela personne rien ce plupart".split()
    )
)
# "selon les cas", "selon la taille de l'entreprise", "selon toute logique": what "selon" compares with, no source.
NOT_SAYING = frozenset(
    "cas besoin besoins saison saisons taille age type types niveau nature modalite modalites formule principe "
    "principes methode methodes norme normes critere criteres calendrier sexe region regions annee annees periode "
    "periodes zone zones mode modes degre importance situation moment endroit lieu lieux maniere facon ordre logique "
    "schema scenario categorie categories format modele modeles termes volonte gout gouts humeur meteo pays secteur "
    "secteurs poids volume usage circonstances conditions processus procedure rythme duree quantite qualite prix "
    "tarif tarifs etat date jour jours mois profil profils revenu revenus moyens filiere filieres code article loi "
    "convention ville villes produit produits disponibilites disponibilite parcours calcul vieille droit tradition "
    "coutume ligne point vraisemblance evidence probabilite probabilites apparence attente bareme grille echeancier "
    "bonne expression formes terrain terrains options option quartier quartiers commune communes heure heures "
    "destination destinations distance climat altitude provenance variete varietes marque marques magasins contrat "
    "contrats plan programme cours epaisseur etage".split()
)
