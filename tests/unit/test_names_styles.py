"""Names in the styles of agencies, results services, encyclopaedias and party politics.

Each row is a line and all the persons (`P`), organizations (`O`) and places (`L`) that it names;
a name that is not in the row must not be found as one of the three. Other kinds (events, ships,
works, laws) may be found beside them.
"""

from __future__ import annotations

import pytest

from dateline.annotation.names import tag
from dateline.model import Article, Document, Line, Sentence, Span, Story

LETTERS = {"person": "P", "organization": "O", "place": "L"}


def names(text: str) -> list[str]:
    """`P Jan Wolff` for every person, organization and place named, in order."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    article = Article(
        Document("a.txt", "a", "0" * 64, text, text),
        tuple(Line(span, "body") for span in spans),
        tuple(Sentence(n, span, "body") for n, span in enumerate(spans, 1)),
    )
    _, mentions = tag(article, Story())
    return [
        f"{LETTERS[m.type]} {m.span.of(text)}"
        for m in mentions
        if m.kind in ("name", "metonym") and m.type in LETTERS
    ]


AGENCY = [
    ("ROTTERDAM, Netherlands 1994-03-02\nPolice seized 40 tonnes of fuel on Tuesday.",
     "L ROTTERDAM|L Netherlands"),
    ("KRAGUVAR 1995-11-20\nVillagers in Kraguvar fled.", "L KRAGUVAR|L Kraguvar"),
    ("PORT ELDON, April 4 (Harbour News) - The mayor resigned.", "L PORT ELDON|O Harbour News"),
    ("BRUSSELS - European Commission spokeswoman Ines Duval said on Monday no talks were held.",
     "L BRUSSELS|O European Commission|P Ines Duval"),
    ("The central bank's governor, Pavel Hruska, told Reuters that rates would rise in March.",
     "P Pavel Hruska|O Reuters"),
    ("Shares in Nordholm Cement fell 3.2 percent to 41 crowns in Oslo, traders said.",
     "O Nordholm Cement|L Oslo"),
    ("Halvorsen Shipping ASA's chief executive, Lars Moe, bought 20,000 shares in May.",
     "O Halvorsen Shipping ASA|P Lars Moe"),
    ("U.S. Secretary of State Warren Christopher met Syrian President Hafez al-Assad in Damascus.",
     "L U.S.|P Warren Christopher|P Hafez al-Assad|L Damascus"),
    ("Kurdistan Democratic Party (KDP) leader Massoud Barzani asked Baghdad for help.",
     "O Kurdistan Democratic Party|O KDP|P Massoud Barzani|L Baghdad"),
    ("Israeli troops left Hebron, the Israeli army said.", "L Hebron"),
    ("Wheat prices on the Chicago Board of Trade rose; Egypt and Algeria were buyers.",
     "O Chicago Board of Trade|L Egypt|L Algeria"),
    ("Dole's running mate, Jack Kemp, spoke in Ohio. \"Bob Dole will win,\" Kemp said.",
     "P Dole|P Jack Kemp|L Ohio|P Bob Dole|P Kemp"),
    ("Lloyds Shipping Intelligence said the tanker Arctic Heron ran aground off Cape Verlane.",
     "O Lloyds Shipping Intelligence|L Cape Verlane"),
    ("The Seafarers' Union and the Dockworkers' Federation struck in Gdynia and Szczecin.",
     "O Seafarers' Union|O Dockworkers' Federation|L Gdynia|L Szczecin"),
    ("She was taken to St Brannock's Hospital in Exmoor Bay.",
     "O St Brannock's Hospital|L Exmoor Bay"),
    ("-- Milan newsroom; additional reporting by Carla Neri", "L Milan|P Carla Neri"),
]  # fmt: skip

SPORT = [
    ("SOCCER - LEEDS BEAT DERBY IN CUP REPLAY.\nLeeds beat Derby 2-1 after extra time; "
     "the striker scored both goals in the cup match and missed a penalty.",
     "O LEEDS|O DERBY|O Leeds|O Derby"),
    ("TENNIS - RESULTS AT THE BASEL INDOOR.\nJan Wierzba (Poland) beat 5 - Luis Ferrandez (Spain) "
     "7-6 (7-3) 6-1", "L BASEL|P Jan Wierzba|L Poland|P Luis Ferrandez|L Spain"),
    ("68 Ian Woodside, Mark McNally (U.S.), Padraig O'Shea (Ireland)",
     "P Ian Woodside|P Mark McNally|L U.S.|P Padraig O'Shea|L Ireland"),
    ("1. Ewa Nowicka (Poland) 2 minutes 3.41 seconds", "P Ewa Nowicka|L Poland"),
    ("Arsenal 2 Leeds 0", "O Arsenal|O Leeds"),
    ("Aston Villa 12 6 4 2 17 11 22", "O Aston Villa"),
    ("Real Madrid signed the Brazil striker Romeu from Flamengo.",
     "O Real Madrid|L Brazil|P Romeu|O Flamengo"),
    ("Somerset were 215 all out at Taunton, Caddick taking five wickets for 48 in the innings "
     "before bowling the batsman Marsh with the first ball of the match.",
     "O Somerset|L Taunton|P Caddick|P Marsh"),
    ("The Boston Red Sox beat the New York Yankees 5-4 at Fenway Park.",
     "O Boston Red Sox|O New York Yankees|L Fenway Park"),
    ("Germany won the toss against Italy, coach Berti Vogts said.",
     "L Germany|L Italy|P Berti Vogts"),
    ("Chris Walls struck out nine as Houston edged Montreal 2-1.",
     "P Chris Walls|O Houston|O Montreal"),
    ("Attendance: 31,200. Halftime: 1-0.", ""),
    ("Lanus 2 (Perotti 12, Ruidiaz 77) Newell's Old Boys 0",
     "O Lanus|P Perotti|P Ruidiaz|O Newell's Old Boys"),
    ("Kirwan c Hollis b McEwan 103", "P Kirwan|P Hollis|P McEwan"),
    ("Top-seeded Marta Ruiz plays 17-year-old Ana Lind.", "P Marta Ruiz|P Ana Lind"),
    ("BASKETBALL - NBA STANDINGS AFTER FRIDAY'S GAMES.\nW L PCT GB\nMIAMI 14 4 .778 -",
     "O NBA|O MIAMI"),
    ("St. Louis Cardinals pitcher Bo Dunn came from the Yankees.",
     "O St. Louis Cardinals|P Bo Dunn|O Yankees"),
    ("Standings after Saturday's matches: Played, Won, Drawn, Lost, Points", ""),
    ("The railway between Dovar and Yeraskh, the flight from Mellin to Selnik and the Lachin road.",
     "L Dovar|L Yeraskh|L Mellin|L Selnik|L Lachin"),
    ("\"You'd ask,\" said Assemblyman Ray Ortiz. \"They've gone.\" Alderman Joe Brix left.",
     "P Ray Ortiz|P Joe Brix"),
    ("Brenn's spokesman told Radio Valmora and Banco Sol that the ferry was late.",
     "P Brenn|O Radio Valmora|O Banco Sol"),
    ("Mira Hale spoke at the European Political Community summit; Yerevan put the figure at 25.",
     "P Mira Hale|O European Political Community|L Yerevan"),
    ("Leeds United went top after a 2-0 win over Newcastle; Leeds-based fans cheered.",
     "O Leeds United|O Newcastle|L Leeds"),
]  # fmt: skip

ENCYCLOPAEDIA = [
    ("The Cooper River Bridge connects Charleston to Mount Pleasant.",
     "L Cooper River Bridge|L Charleston|L Mount Pleasant"),
    ("He read law at the University of Bologna and later at Trinity College, Cambridge.",
     "O University of Bologna|O Trinity College|L Cambridge"),
    ("J. R. Smith and W. E. B. Du Bois spoke to the League of Working Women.",
     "P J. R. Smith|P W. E. B. Du Bois|O League of Working Women"),
    ("The Battle of Poltava was fought between Peter I of Russia and Charles XII of Sweden.",
     "P Peter I of Russia|P Charles XII of Sweden"),
    ("Pi Kappa Phi was founded by Simon Fogarty, Jr. and Lawrence Mixson III.",
     "O Pi Kappa Phi|P Simon Fogarty, Jr.|P Lawrence Mixson III"),
    ("The band Hollow Coves toured with Radiohead and The Smashing Pumpkins in 1996.",
     "O Hollow Coves|O Radiohead|O Smashing Pumpkins"),
    ("The album was produced by Rick Harlan at Abbey Road Studios.",
     "P Rick Harlan|O Abbey Road Studios"),
    ("The Elbe and the Vistula flow north; the Loire does not.", "L Elbe|L Vistula|L Loire"),
    ("He served aboard HMS Victory and the USS Constitution.", ""),
    ("The Lady Rowena, a steam yacht, sank in 1911 off the Isle of Wight.", "L Isle of Wight"),
    ("The Song dynasty fell to Kublai Khan.", "P Kublai Khan"),
    ("In May 1912 Ludwig van Dorn and Maria de la Cruz married in Vienna.",
     "P Ludwig van Dorn|P Maria de la Cruz|L Vienna"),
    ("Ahmed bin Saeed Al Maktoum chairs the Emirates Group in Dubai.",
     "P Ahmed bin Saeed Al Maktoum|O Emirates Group|L Dubai"),
    ("Ramakrishna Rao and C. V. Narasimhan were born in Tiruchirappalli, Tamil Nadu.",
     "P Ramakrishna Rao|P C. V. Narasimhan|L Tiruchirappalli|L Tamil Nadu"),
    ("Gabriel García Márquez and Mario Vargas Llosa met in Caracas.",
     "P Gabriel García Márquez|P Mario Vargas Llosa|L Caracas"),
    ("The Hewlett-Packard engineers joined Bristol-Myers Squibb.",
     "O Hewlett-Packard|O Bristol-Myers Squibb"),
    ("Kellogg's parent's lawyers met Anna Brandt's brother's friends.", "O Kellogg|P Anna Brandt"),
    ("Members included Paul Weir, Ann Teal, Rosa Lind and Bjorn Dahl.",
     "P Paul Weir|P Ann Teal|P Rosa Lind|P Bjorn Dahl"),
    ("However, critics praised it. Most songs were new. Two singles followed.", ""),
    ("On Friday, 3 May, and again in September, the Saturday matinee was full.", ""),
    ("Olga Brandt, professor of chemistry at Delft University of Technology, chaired it.",
     "P Olga Brandt|O Delft University of Technology"),
    ("The species lives in Lake Tanganyika and the upper Congo River.",
     "L Lake Tanganyika|L Congo River"),
    ("Interstate 95 crosses Mercer County, New Jersey.", "L Mercer County|L New Jersey"),
    ("The 101st Airborne Division landed near Carmont.",
     "O 101st Airborne Division|L Carmont"),
    ("Temsel is a municipality in Flemish Brabant. Orvik was a Danish physicist.",
     "L Temsel|P Orvik"),
    ("The Railway Museum of Pennsylvania is in Strasburg.",
     "L Railway Museum of Pennsylvania|L Strasburg"),
    ("The Chela dynasty ruled from Madurai.", "L Madurai"),
    ("The Franco-Prussian War ended in 1871 and Ludwig von Tann retired.", "P Ludwig von Tann"),
    ("Dr. Martin Luther King, Jr. marched on May Day.", "P Martin Luther King, Jr."),
    ("They met in Kandy and Galle.", "L Kandy|L Galle"),
    ("He died at Osborne House, near Cowes.", "L Osborne House|L Cowes"),
    ("The Royal Society of Edinburgh elected Mary Orr.", "O Royal Society of Edinburgh|P Mary Orr"),
]  # fmt: skip

POLITICS = [
    ("He joined the Social Democratic Party (SPD) and sat in the Bundestag for Kiel.",
     "O Social Democratic Party|O SPD|O Bundestag|L Kiel"),
    ("The Green Party of Norland and the Liberal Party of Australia opposed it.",
     "O Green Party of Norland|O Liberal Party of Australia"),
    ("She contested South Down for the SDLP against Enoch Powell of the Ulster Unionist Party.",
     "L South Down|O SDLP|P Enoch Powell|O Ulster Unionist Party"),
    ("Barr, a Republican, defeated incumbent Democrat Buddy Darden for the House of "
     "Representatives.", "P Barr|P Buddy Darden|O House of Representatives"),
    ("Senator John Heinz (R-PA) and Rep. Ann Lewis (D-OH) voted against the bill.",
     "P John Heinz|P Ann Lewis"),
    ("The Partido Popular lost to José Luis Zapatero's PSOE.",
     "O Partido Popular|P José Luis Zapatero|O PSOE"),
    ("After the 2005 general election, Labour held 35 seats in Wales and Plaid Cymru three.",
     "O Labour|L Wales|O Plaid Cymru"),
    ("He was a Member of Parliament for Leeds North East from 1956 to 1987.",
     "O Parliament|L Leeds North East"),
    ("Indira Gandhi's Congress and the Janata Party fought the 1977 election.",
     "P Indira Gandhi|O Congress|O Janata Party"),
    ("President-elect Rosa Almeida named Jorge Paz minister of finance.",
     "P Rosa Almeida|P Jorge Paz"),
    ("The Coalition of the Left, the National Front and Forza Italia all lost seats.",
     "O Coalition of the Left|O National Front|O Forza Italia"),
    ("The United States Court of Appeals for the Ninth Circuit upheld it.",
     "O United States Court of Appeals for the Ninth Circuit"),
    ("In the Scottish Parliament, Alex Salmond's Scottish National Party (SNP) led.",
     "O Scottish Parliament|P Alex Salmond|O Scottish National Party|O SNP"),
    ("Governor William Tryon, Lord Dunmore and King George III disagreed.",
     "P William Tryon|P Dunmore|P George III"),
    ("Prime Minister Fumio Kishida and President Yoon Suk-yeol met; the leaders of Japan and "
     "South Korea agreed.", "P Fumio Kishida|P Yoon Suk-yeol|L Japan|L South Korea"),
    ("Charles de Gaulle, Willy Brandt, Olof Palme and Bruno Kreisky attended.",
     "P Charles de Gaulle|P Willy Brandt|P Olof Palme|P Bruno Kreisky"),
    ("The Christian Social Union in Bavaria governed with the Free Voters.",
     "O Christian Social Union|L Bavaria|O Free Voters"),
    ("Senators Maria Holt, John Edwards and Al Gore campaigned in Iowa.",
     "P Maria Holt|P John Edwards|P Al Gore|L Iowa"),
    ("Speaker of the House Ines Matos and Secretary of State Ann Lee spoke.",
     "P Ines Matos|P Ann Lee"),
    ("Kowalczenko was elected Member of Parliament for Islington North.",
     "P Kowalczenko|O Parliament|L Islington North"),
    ("The Democratic Socialists of America sat in the Diet of Hungary.",
     "O Democratic Socialists of America|O Diet of Hungary"),
    ("Intel Corp. to cut jobs, said Dell Inc.'s chief; he left for Sony Corp. The plan failed.",
     "O Intel Corp.|O Dell Inc.|O Sony Corp"),
    ("He was held in Evrin prison; flights from Velden airport and to the Bellor dam stopped.",
     "L Evrin|L Velden|L Bellor"),
    ('The film "The Silent River" and her novel, "Cold Harbour," sold well in London.', "L London"),
    ("The Dow Jones Industrial Average rose and the Nasdaq Composite fell in New York.",
     "L New York"),
    ("In 1997 she lost to the Conservative William Hague; the Tánaiste Mary Harney agreed.",
     "P William Hague|P Mary Harney"),
    ("The New Hope Party met the Grand Victoria Hotel.", "O New Hope Party|L Grand Victoria Hotel"),
    ("The Supreme Soviet of the Estonian SSR declared sovereignty.",
     "O Supreme Soviet|L Estonian SSR"),
    ("Della Street spoke on William Brown Street.", "P Della Street|L William Brown Street"),
    ("Ferries brought visitors to Lesvik, Chiva and Samna, he told Public Radio of Norway.",
     "L Lesvik|L Chiva|L Samna|O Public Radio of Norway"),
    ("After talks in Oslo, Zorn and Blatt agreed to meet.", "L Oslo|P Blatt"),
    ("Foreign ministers Ann Lee and John Hill met; the Foreign Ministry in Oslo was shut.",
     "P Ann Lee|P John Hill|O Foreign Ministry|L Oslo"),
    ("European Union Commissioner for Competition Ines Kroos and the assistant secretary of the Air"
     " Force for Acquisition Dara Druyan met.",
     "O European Union|P Ines Kroos|O Air Force|P Dara Druyan"),
    ("They met at Hyderabad House. The Illinois House of Representatives rose on New Year's Eve.",
     "L Hyderabad House|L Illinois|O House of Representatives"),
    ("Transport for London said no, and TfL paid. The Workers' Army, or WRA, has 40 men.",
     "O Transport for London|O TfL|O Workers' Army|O WRA"),
    ("The general secretary of the National Rail Workers' Union (NRWU), Ann Lee, left.",
     "O National Rail Workers' Union|O NRWU|P Ann Lee"),
    ("Rebels in eastern Congo fled to Congo-Brazzaville.", "L Congo|L Congo-Brazzaville"),
    ("Hadley F.C. lost. She took her Ph.D. at Stanford University, off Interstate 84.",
     "O Hadley F.C.|O Stanford University"),
    ("Ms Hale refused, Mr Solberg said; Dr. Amara Diallo, president of the union, agreed.",
     "P Hale|P Solberg|P Amara Diallo"),
]  # fmt: skip


PRESS = [
    ("The head of Norvane, Bo Ek, left.", "O Norvane|P Bo Ek"),
    ("Ann Lee, who runs Corvik, left.", "P Ann Lee|O Corvik"),
    ("Farmers at Halvik, who were offered money, say no.", "L Halvik"),
    ("She is the French envoy for Africa, who had come on Monday.", "L Africa"),
    ("Cyclone Nadi and Hurricane Otto struck Peru.", "L Peru"),
    ("Severe Tropical Cyclone Nadi crossed the islands of Rona and Sula.", "L Rona|L Sula"),
    ("His Excellency Kofi Adu met H.E. Kojo Antwi.", "P Kofi Adu|P Kojo Antwi"),
    ("The Heads of State met. The Head of State replied.", ""),
    ("Q. Some say no.\nA. Twenty-six did. Ann Lee did not.", "P Ann Lee"),
]


@pytest.mark.parametrize(("text", "expected"), [*PRESS, *AGENCY, *SPORT, *ENCYCLOPAEDIA, *POLITICS])
def test_names(text: str, expected: str) -> None:
    assert names(text) == (expected.split("|") if expected else [])
