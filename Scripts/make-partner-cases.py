#!/usr/bin/env python3
"""Makes Tests/TablesTests/Cases/partner-files: one small file for each reality of partners' files.

Invented rows only. The workbooks are written by openpyxl, XlsxWriter and odfpy (PyPI), never by our own writer,
so that the reader has another judge. Run by hand (pip install openpyxl XlsxWriter odfpy); its files are committed.
With « --workbook ROWS FILE » it makes the workbook of `maille-bench tables` instead.
Beside each file, <name>.expected says how it must be read: columns, then the rows, fields separated
by a TAB; or « refused » and the problem's code. Lines « problem » name what must be said of it, lines
« role » what a column is recognised to be, « type » what its cells hold, « unit » what a row is and where it is
counted, « route » how rows are brought to the IRIS, « crowd » the share of rows of its commonest address, « key » how many
rows repeat a key, « total » how many rows are totals.
"""
import datetime
import io
import os
import re
import sys
import zipfile

import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.table import Table

if sys.argv[1:2] == ["--workbook"]:
    # for maille-bench tables --workbook: so many rows of twenty columns, texts shared, nothing else
    large = xlsxwriter.Workbook(sys.argv[3], {"constant_memory": False, "strings_to_numbers": False})
    sheet = large.add_worksheet("Données")
    sheet.write_row(0, 0, [f"C{c}" for c in range(17)] + ["X", "Y", "NB"])
    for r in range(1, int(sys.argv[2]) + 1):
        sheet.write_row(r, 0, [f"mot {c} {(r * 7919 + c) % 5000}" for c in range(17)] +
                        [850000 + r * 31 % 10000 + 0.25, 6690000 + r * 37 % 10000 + 0.5, r % 9])
    large.close()
    sys.exit()

folder = os.path.join(os.path.dirname(__file__), "..", "Tests/TablesTests/Cases/partner-files")
os.makedirs(folder, exist_ok=True)
stamp = datetime.datetime(2026, 1, 1)


def expect(name, reality, columns=None, rows=None, refused=None, problems=(), roles=(), types=(), **facts):
    lines = ["# " + reality, "# origine : Scripts/make-partner-cases.py, lignes inventées"]
    if refused:
        lines.append("refused\t" + refused)
    else:
        lines.append("columns\t" + "\t".join(columns))
        lines += ["row\t" + "\t".join(row) for row in rows]
    lines += ["problem\t" + code for code in problems]
    lines += ["role\t" + role for role in roles]
    lines += ["type\t" + kind for kind in types]
    lines += [f"{name}\t{value}" for name, value in facts.items()]
    with open(os.path.join(folder, name + ".expected"), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def raw(name, data, *arguments, **named):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    expect(name, *arguments, **named)


def settled(data):
    """The same .zip with fixed dates: a second run gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            info = zipfile.ZipInfo(item.filename, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            data = re.sub(rb"20\d\d-\d\d-\d\dT[0-9:]+Z", b"2026-01-01T00:00:00Z", old.read(item.filename)) \
                if item.filename == "docProps/core.xml" else old.read(item.filename)
            new.writestr(info, data)
    return out.getvalue()


def saved(book):
    book.properties.created = book.properties.modified = stamp
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def book(name, fill, *arguments, **named):
    workbook = Workbook()
    workbook.active.title = "Feuil1"
    fill(workbook, workbook.active)
    raw(name, saved(workbook), *arguments, **named)


def edited(data, member, old, new):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            text = source.read(item.filename)
            if item.filename == member:
                assert old in text, (member, old)
                text = text.replace(old, new)
            info = zipfile.ZipInfo(item.filename, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, text)
    return out.getvalue()


columns = ["CODE_IRIS", "LIB", "NB"]
levels = dict(unit="count", route="code IRIS (CODE_IRIS)", types=["CODE_IRIS\tcode", "2024 H\twhole", "2025 F\twhole"])
# what is recognised of a table of counts by IRIS, by hand
counted = dict(types=["CODE_IRIS\tcode", "LIB\ttext", "NB\twhole"], unit="count\tNB", route="code IRIS (CODE_IRIS)")
rows = [["219510101", "Le Bourg", "12"], ["219510102", "La Gare", "7"], ["219510103", "L’Étang", "31"]]


def lines(separator=";", end="\r\n", table=None, names=None):
    return end.join(separator.join(row) for row in [names or columns] + (table or rows)) + end


def put(sheet, table, top=1, left=1):
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            if value != "":
                sheet.cell(top + r, left + c, value)


typed = [[a, b, int(c)] for a, b, c in rows]

# --- texts -----------------------------------------------------------------------------------
same = dict(columns=columns, rows=rows, **counted)
raw("utf8.csv", lines().encode(), "UTF-8 sans marque", **same)
raw("utf8-marque.csv", b"\xef\xbb\xbf" + lines().encode(), "UTF-8 avec marque d’ordre", **same)
raw("windows-1252.csv", lines().encode("cp1252"), "Windows-1252", **same)
raw("utf16-excel.txt", lines("\t").encode("utf-16"), "« Texte Unicode » d’Excel : UTF-16, tabulations", **same)
raw("virgules.csv", lines(",").encode(), "virgules", **same)
raw("tabulations.tsv", lines("\t").encode(), "tabulations", **same)
raw("barres.csv", lines("|").encode(), "barres verticales", **same)
raw("fins-unix.csv", lines(end="\n").encode(), "fins de ligne Unix", **same)
raw("fins-mac.csv", lines(end="\r").encode(), "fins de ligne d’un ancien Mac", **same)
raw("fins-melangees.csv", lines().encode() + b"219510104;Le Port;9\n", "deux exports mis bout à bout",
    columns=columns, rows=rows + [["219510104", "Le Port", "9"]], problems=["tables.mixed-line-ends"], **counted)
raw("titres.csv", ("Bénéficiaires au 31/12/2025;;\r\nSource : caisse inventée;;\r\n;;\r\n" + lines()).encode(),
    "trois lignes de titre", **same)
raw("libelles.csv", lines(table=[["Code de l’IRIS", "Libellé de l’IRIS", "Nombre de bénéficiaires"]] + rows).encode(),
    "une ligne de libellés longs sous l’en-tête", **same)
raw("guillemets.csv", lines(table=[['219510101', '"Le Bourg ; centre"', '12']] + rows[1:]).encode(),
    "séparateur dans un champ entre guillemets", columns=columns,
    rows=[["219510101", "Le Bourg ; centre", "12"]] + rows[1:], **counted)
raw("sans-guillemets.csv", lines(table=rows + [["219510104", "Le Port ; quai", "9"]]).encode(),
    "séparateur dans un champ sans guillemets : la ligne est mise de côté et dite", **same,
    problems=["tables.ragged-row"])
raw("notes.csv", (lines() + "Champ : régime général\r\n").encode(), "une note sous la table", **same,
    problems=["tables.ragged-row"])
raw("colonnes-homonymes.csv", lines(names=["CODE_IRIS", "NB", "NB"]).encode(), "deux colonnes du même nom",
    columns=["CODE_IRIS", "NB", "NB"], rows=rows, problems=["tables.repeated-column"], types=["CODE_IRIS\tcode"], route="code IRIS (CODE_IRIS)")
raw("double-encodage.csv", lines().encode().decode("latin-1").encode(), "encodé deux fois : rétabli", **same,
    problems=["tables.double-encoding"])
french = [["219510101", "Îlot de l’Œuvre – « Zoé »", "12"], ["219510102", "Saint-Étienne, 5 €", "7"]]
raw("double-encodage-windows.csv", lines(table=french).encode().decode("cp1252").encode(),
    "encodé deux fois par un logiciel de Windows : rétabli", columns=columns, rows=french, problems=["tables.double-encoding"], **counted)
raw("double-encodage-partiel.csv", lines(table=[["219510101", "Ã‰tang du CHÂTEAU", "12"], rows[1]]).encode(),
    "un « Â » qui ne se rétablit pas : rien n’est touché", columns=columns,
    rows=[["219510101", "Ã‰tang du CHÂTEAU", "12"], rows[1]], problems=["tables.double-encoding"], **counted)
mac = [["219510101", "Le Pré de l’Étang à Zoé", "12"], ["219510102", "La Forêt, près du Château", "7"]]
raw("mac-roman.csv", lines(table=mac, end="\r").encode("mac_roman"), "MacRoman, fins de ligne d’un ancien Mac",
    columns=columns, rows=mac, **counted)
raw("utf16-gros-boutiste.txt", b"\xfe\xff" + lines("\t").encode("utf-16-be"), "UTF-16 gros-boutiste", **same)
raw("masques.csv", lines(table=[["219510101", "Le Bourg", "<5"], ["219510102", "La Gare", "nd"],
    ["219510103", "L’Étang", "1 à 4"], ["219510104", "Le Port", "s"], ["219510105", "Le Pré", "14"]]).encode(),
    "valeurs masquées de plusieurs façons", columns=columns, rows=[["219510101", "Le Bourg", "<5"],
    ["219510102", "La Gare", "nd"], ["219510103", "L’Étang", "1 à 4"], ["219510104", "Le Port", "s"],
    ["219510105", "Le Pré", "14"]], **counted)
raw("nombres.csv", lines(names=["CODE_IRIS", "REVENU", "PART"], table=[["219510101", "1\u202f234,5", "12,5 %"],
    ["219510102", "1.234,5", "8 %"], ["219510103", "987", "0,5 %"]]).encode(),
    "nombres groupés par espace ou point, pourcentages : rendus tels quels, jamais devinés", columns=["CODE_IRIS", "REVENU", "PART"],
    rows=[["219510101", "1\u202f234,5", "12,5 %"], ["219510102", "1.234,5", "8 %"], ["219510103", "987", "0,5 %"]],
    roles=["CODE_IRIS\tiris"], types=["CODE_IRIS\tcode", "REVENU\ttext", "PART\ttext"], route="code IRIS (CODE_IRIS)")



def person(name, reality, names, table, **named):
    raw(name, lines(names=names, table=table).encode(), reality, columns=names, rows=table, **named)


person("zeros-perdus.csv", "codes postaux, INSEE et IRIS de l’Ain sans leur zéro de tête", ["REF", "CP", "INSEE", "IRIS"],
       [["a", "1000", "1053", "10530101"], ["b", "1000", "1053", "10530102"], ["c", "01000", "01053", "010530103"]],
       roles=["CP\tpostcode", "INSEE\tcommune", "IRIS\tiris"], problems=["recognition.lost-zero"], unit="person", route="code IRIS (IRIS)", types=["CP\tcode", "INSEE\tcode", "IRIS\tcode"])
person("point-zero.csv", "codes devenus des nombres décimaux ou des puissances de dix", ["REF", "CODE_INSEE", "NB"],
       [["a", "21231.0", "3"], ["b", "2,1231E+04", "5"], ["c", "21231", "8"]],
       roles=["CODE_INSEE\tcommune"], problems=["recognition.damaged-code"], types=["CODE_INSEE\tcode", "NB\twhole"], route="commune seule (CODE_INSEE) : des totaux communaux, clé totals")
person("numero-date.csv", "numéros 2-4 et 3/5 devenus des dates, en clair et en numéro de série",
       ["REF", "N_VOIE", "LIB_VOIE", "CP", "VILLE"],
       [["a", "02-avr", "rue Neuve", "21960", "Aubervelle"], ["b", "45384", "rue Neuve", "21960", "Aubervelle"],
        ["c", "7", "rue Neuve", "21960", "Aubervelle"]],
       roles=["N_VOIE\tnumber", "LIB_VOIE\tstreet", "CP\tpostcode", "VILLE\tcity"],
       problems=["recognition.number-became-date"], unit="person", route="adresse (N_VOIE, LIB_VOIE, CP, VILLE)", types=["N_VOIE\ttext", "CP\tcode"])
person("rnvp.csv", "adresses normalisées L1 à L6 : L1 est la personne, jamais lue", ["L1", "L2", "L3", "L4", "L5", "L6"],
       [["MME INVENTEE A", "APT 3", "RES DES TILLEULS", "12 RUE NEUVE", "", "21960 AUBERVELLE"],
        ["M INVENTE B", "", "", "4 B RUE NEUVE", "LE BOURG", "21960 AUBERVELLE CEDEX"]],
       roles=["L1\tpersonName", "L2\tcomplement", "L3\tcomplement", "L4\taddress", "L5\tplace", "L6\taddress"],
       problems=["recognition.forbidden-column"], unit="person", route="adresse (L2, L3, L4, L6, L5)")
person("identites.csv", "ce qui n’aurait pas dû être transmis",
       ["NOM", "PRENOM", "NIR", "DATE_NAISSANCE", "TEL", "MAIL", "IBAN", "AGE", "CODE_IRIS"],
       [["Invente", "Ada", "255081416802538", "14/08/1955", "03 80 00 00 00", "a@exemple.fr",
         "FR14 2004 1010 0505 0001 3M02 606", "70", "219510101"],
        ["Inventee", "Bo", "269054958815780", "02/05/1969", "03 80 00 00 01", "b@exemple.fr",
         "FR14 2004 1010 0505 0001 3M02 606", "56", "219510102"]],
       roles=["NOM\tpersonName", "PRENOM\tpersonName", "NIR\tnir", "DATE_NAISSANCE\tbirthDate", "TEL\tphone",
              "MAIL\tmail", "IBAN\tbank", "AGE\tage", "CODE_IRIS\tiris"], problems=["recognition.forbidden-column"], unit="person", route="code IRIS (CODE_IRIS)", types=["DATE_NAISSANCE\tdate", "AGE\twhole", "CODE_IRIS\tcode"])
person("nir-cache.csv", "un numéro de sécurité sociale sous un nom anodin", ["DIVERS", "CODE_IRIS"],
       [["2 55 08 14 168 025 38", "219510101"], ["269054958815780", "219510102"]],
       roles=["DIVERS\tnir", "CODE_IRIS\tiris"], problems=["recognition.forbidden-column"], unit="person", route="code IRIS (CODE_IRIS)")
person("doublons.csv", "une personne, plusieurs droits : le pseudonyme se répète", ["REF", "DROIT", "CODE_IRIS"],
       [["a", "C2S", "219510101"], ["a", "ALD", "219510101"], ["b", "C2S", "219510102"], ["a", "AME", "219510101"]],
       roles=["REF\tkey"], key=2, unit="person", route="code IRIS (CODE_IRIS)", types=["CODE_IRIS\tcode"])
person("domiciliation.csv", "une adresse de domiciliation concentre les lignes", ["REF", "ADRESSE", "CP", "VILLE"],
       [[f"r{n}", "1 place du CCAS" if n % 4 == 0 else f"{n} rue Neuve", "21960", "Aubervelle"] for n in range(1, 101)],
       roles=["ADRESSE\taddress"], crowd=0.25, unit="person", route="adresse (ADRESSE, CP, VILLE)", types=["CP\tcode", "ADRESSE\ttext"])
person("total-communes.csv", "un total par commune parmi les IRIS", ["CODE_IRIS", "LIB", "NB"],
       [rows[0], rows[1], ["Sous-total", "", "19"], rows[2], ["ENSEMBLE", "", "50"]], total=2, **counted)
person("total-nomme.csv", "des totaux qui nomment leur lieu, sans code", ["CODE_IRIS", "LIB", "NB"],
       [rows[0], rows[1], ["", "Total Aubervelle", "19"], rows[2], ["", "Sous-total est", "31"]], total=2, **counted)
person("iris-nomme-total.csv", "un IRIS dont le nom commence comme un total", ["CODE_IRIS", "LIB", "NB"],
       [["219510101", "Total Énergies", "12"], rows[1], rows[2]], total=0, **counted)
person("colonnes-sans-sens.csv", "des noms de colonnes donnés par un tableur", ["Colonne1", "Colonne2", "Colonne3", "Colonne4"],
       [["219510101", "F", "12 rue Neuve", "x"], ["219510102", "H", "4 bis place Haute", "y"], ["219510103", "F", "3 avenue du Port", "z"],
        ["219510101", "H", "8 rue Neuve", "v"], ["219510101", "F", "9 rue Neuve", "w"], ["219510102", "F", "1 rue Neuve", "u"]],
       roles=["Colonne1\tiris", "Colonne2\tsex", "Colonne3\taddress", "Colonne4\tunknown"], unit="person",
       route="code IRIS (Colonne1)", types=["Colonne1\tcode", "Colonne3\ttext"])
person("noms-sous-adresse.csv", "la première ligne d’adresse est la personne, sans civilité", ["ADRESSE1", "ADRESSE2", "CP"],
       [["INVENTE JEAN", "12 RUE NEUVE", "21960"], ["INVENTEE MARIE", "LE BOURG", "21960"], ["DE L INVENTION PAUL", "4 PLACE HAUTE", "21960"],
        ["INVENTEUR ZOE", "3 RUE NEUVE", "21960"]],
       roles=["ADRESSE1\tpersonName", "ADRESSE2\taddress"], unit="person", route="adresse (ADRESSE2, CP)",
       problems=["recognition.forbidden-column"])
person("adresse-douteuse.csv", "une colonne dite adresse qui tient autre chose", ["REF", "ADRESSE", "CP"],
       [[f"r{n}", ["ACTIF", "RADIE", "SUSPENDU"][n % 3], "21960"] for n in range(6)],
       roles=["ADRESSE\taddress"], problems=["recognition.unlike-address"])
person("adresse-date.csv", "numéros devenus des dates, puis joints à la voie", ["REF", "ADRESSE", "CP"],
       [["a", "2025-04-02 rue Neuve", "21960"], ["b", "02-avr rue Neuve", "21960"], ["c", "45749 rue Neuve", "21960"],
        ["d", "2025-04-01 rue Neuve", "21960"], ["e", "7 rue Neuve", "21960"]],
       roles=["ADRESSE\taddress"], problems=["recognition.number-became-date", "recognition.unclear-date"],
       unit="person", route="adresse (ADRESSE, CP)")
person("iris-sans-zero.csv", "les quatre caractères de l’IRIS sans leurs zéros", ["COM", "IRIS", "NB"],
       [["21951", "101", "12"], ["21951", "102", "7"], ["21951", "1101", "31"]],
       roles=["COM\tcommune", "IRIS\tirisPart", "NB\tcount"], problems=["recognition.lost-zero"],
       unit="count\tNB", route="code IRIS (COM, IRIS)", types=["COM\tcode", "IRIS\tcode", "NB\twhole"])
raw("masques-premiere-ligne.csv", "CODE_IRIS;LIB;NB;;TX\r\n219510101;Nord;s;nd;<5\r\n219510102;Sud;12;4;5\r\n219510103;Est;3;9;8\r\n".encode(),
    "une colonne sans nom, des valeurs masquées dès la première ligne", columns=["CODE_IRIS", "LIB", "NB", "", "TX"],
    rows=[["219510101", "Nord", "s", "nd", "<5"], ["219510102", "Sud", "12", "4", "5"], ["219510103", "Est", "3", "9", "8"]],
    problems=["tables.unnamed-column"], unit="count\tNB", route="code IRIS (CODE_IRIS)", types=["NB\twhole"])
person("effectifs-a-l-adresse.csv", "des effectifs par adresse, les petits masqués", ["ADRESSE", "CP", "VILLE", "NB"],
       [["1 rue Neuve", "21960", "Aubervelle", "12"], ["2 rue Neuve", "21960", "Aubervelle", "<5"],
        ["3 rue Neuve", "21960", "Aubervelle", "1 à 4"]], roles=["NB\tcount", "ADRESSE\taddress"], unit="count\tNB", route="adresse (ADRESSE, CP, VILLE)", types=["NB\twhole"])
person("periode.csv", "des mois mis bout à bout", ["ANNEE", "CODE_IRIS", "NB"],
       [["2024", "219510101", "12"], ["2024", "219510102", "7"], ["2025", "219510101", "13"]],
       roles=["ANNEE\tperiod", "NB\tcount"], unit="count\tNB", route="code IRIS (CODE_IRIS)", types=["ANNEE\twhole", "NB\twhole"])
person("lon-lat.csv", "longitudes et latitudes", ["REF", "LONGITUDE", "LATITUDE"],
       [["a", "5.041", "47.322"], ["b", "5.043", "47.324"]], roles=["LONGITUDE\tlongitude", "LATITUDE\tlatitude"], unit="person", types=["LONGITUDE\tdecimalPoint", "LATITUDE\tdecimalPoint"], route="coordonnées LONGITUDE, LATITUDE en WGS 84, longitude puis latitude (CRS84)")
person("naissance.csv", "une année de naissance, non une date", ["REF", "DATE_NAISSANCE", "CODE_IRIS"],
       [["a", "1955", "219510101"], ["b", "1969", "219510102"]], roles=["DATE_NAISSANCE\tbirthYear"], unit="person", route="code IRIS (CODE_IRIS)", types=["DATE_NAISSANCE\twhole"])
raw("largeurs.csv", b"CODE_IRIS;LIB;NB\r\n219510101;Le Bourg;12\r\n1\r\n1;2\r\n1;2;3;4\r\n1;2;3;4;5\r\n219510102;La Gare;7\r\n",
    "presque aucune ligne de la même largeur", columns=columns, rows=rows[:2], problems=["tables.ragged-row"], **counted)
raw("vide.csv", b"", "fichier de 0 octet", refused="tables.empty")
raw("document.pdf", b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n", "PDF", refused="tables.not-text")
raw("texte.rtf", b"{\\rtf1\\ansi lettre}", "document de traitement de texte", refused="tables.not-text")
ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
raw("ancien.xls", ole + "Workbook".encode("utf-16-le").ljust(128, b"\0"), "classeur d’avant 2007",
    refused="tables.not-text")
raw("protege.xlsx", ole + "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0"),
    "classeur protégé par un mot de passe", refused="tables.not-text")

# --- workbooks -------------------------------------------------------------------------------
book("simple.xlsx", lambda w, s: put(s, [columns] + typed), "une feuille, textes dans les cellules", **same)


def titles(w, s):
    s["A1"], s["A2"] = "Bénéficiaires au 31/12/2025", "Source : caisse inventée"
    s.merge_cells("A1:C1")
    put(s, [columns] + typed, top=5)


book("titres.xlsx", titles, "titres fusionnés, en-tête ligne 5", **same)
book("huit-titres.xlsx", lambda w, s: ([s.cell(i, 1, f"Titre {i}") for i in range(1, 9)], put(s, [columns] + typed, top=9)),
     "huit lignes de titre", **same)


def padded(w, s):
    put(s, [["CP", "INSEE", "NB"], [1000, 1004, 3], [21960, 21951, 5]])
    for row in s["A2:B3"]:
        for cell in row:
            cell.number_format = "00000"


book("format-00000.xlsx", padded, "codes en nombres, affichés par le format 00000", columns=["CP", "INSEE", "NB"],
     rows=[["01000", "01004", "3"], ["21960", "21951", "5"]])


def dates(w, s):
    put(s, [["REF", "JOUR", "N_VOIE"], ["a", datetime.date(2025, 12, 31), datetime.date(2026, 4, 2)],
            ["b", datetime.date(1960, 2, 29), 12], ["c", datetime.datetime(2024, 2, 29, 10, 30), "5 bis"]])
    s["C2"].number_format = "d-mmm"


def asked(rows_):
    return dict(columns=["REF", "JOUR", "N_VOIE"], rows=rows_)


expected_dates = [["a", "2025-12-31", "02-avr"], ["b", "1960-02-29", "12"], ["c", "2024-02-29 10:30:00", "5 bis"]]
book("dates-1900.xlsx", dates, "dates depuis 1900 ; numéro 2-4 devenu 02-avr", **asked(expected_dates))


def dates1904(w, s):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    w.epoch = CALENDAR_MAC_1904
    dates(w, s)


book("dates-1904.xlsx", dates1904, "dates depuis 1904", **asked(expected_dates))


def rich(w, s):
    put(s, [columns] + typed)
    s["B2"] = CellRichText("Le ", TextBlock(InlineFont(b=True), "Bourg"))


book("texte-enrichi.xlsx", rich, "texte en partie gras", **same)


def hidden(w, s):
    put(s, [columns] + typed)
    s.row_dimensions[3].hidden = True
    other = w.create_sheet("Brouillon")
    other.sheet_state = "hidden"
    put(other, [["a", "b"], [1, 2], [3, 4]])


book("masquees.xlsx", hidden, "une ligne et une feuille masquées : lue, dite", **same,
     problems=["tables.hidden-rows", "tables.other-sheets"])


def years(w, s):
    s.title = "ALD_2024"
    put(s, [columns] + typed)
    put(w.create_sheet("ALD_2025"), [columns] + typed)


book("une-feuille-par-annee.xlsx", years, "une feuille par année : il faut choisir", refused="tables.which-sheet")


def readme(w, s):
    s.title = "Lisez-moi"
    s["A1"] = "Extraction inventée"
    put(w.create_sheet("DATA"), [columns] + typed)


book("lisez-moi.xlsx", readme, "une feuille d’explications, une de données", **same, problems=["tables.other-sheets"])
book("colonne-vide.xlsx", lambda w, s: put(s, [columns] + typed, left=2), "première colonne vide",
     columns=[""] + columns, rows=[[""] + row for row in rows], problems=["tables.unnamed-column"], **counted)
book("deux-niveaux.xlsx", lambda w, s: (put(s, [["CODE_IRIS", "2024", "", "2025", ""], ["", "H", "F", "H", "F"],
     ["219510101", 1, 2, 3, 4], ["219510102", 5, 6, 7, 8]]), s.merge_cells("B1:C1"), s.merge_cells("D1:E1"),
     s.merge_cells("A1:A2")), "en-tête sur deux lignes, cellules fusionnées",
     columns=["CODE_IRIS", "2024 H", "2024 F", "2025 H", "2025 F"],
     rows=[["219510101", "1", "2", "3", "4"], ["219510102", "5", "6", "7", "8"]], **levels)
raw("deux-niveaux.csv", ("CODE_IRIS;2024;;2025;\r\n;H;F;H;F\r\n219510101;1;2;3;4\r\n219510102;5;6;7;8\r\n").encode(),
    "en-tête sur deux lignes", columns=["CODE_IRIS", "2024 H", "2024 F", "2025 H", "2025 F"],
    rows=[["219510101", "1", "2", "3", "4"], ["219510102", "5", "6", "7", "8"]], **levels)
book("fusion-donnees.xlsx", lambda w, s: (put(s, [columns] + typed), s.merge_cells("B2:B3")),
     "cellules fusionnées parmi les données", columns=columns,
     rows=[rows[0], ["219510102", "", "7"], rows[2]], problems=["tables.merged-cells"], **counted)
book("total.xlsx", lambda w, s: put(s, [columns] + typed + [["Total", "", 50]]), "ligne de total en bas",
     columns=columns, rows=rows + [["Total", "", "50"]], **counted)
book("notes.xlsx", lambda w, s: put(s, [columns] + typed + [[""], ["Champ : régime général"]]),
     "une note sous la table", **same, problems=["tables.note-row"])
book("erreurs.xlsx", lambda w, s: put(s, [columns, ["219510101", "Le Bourg", "#N/A"], ["219510102", True, 7]]),
     "erreurs de formule et booléens", columns=columns,
     rows=[["219510101", "Le Bourg", "#N/A"], ["219510102", "VRAI", "7"]], **counted)
book("formule-sans-valeur.xlsx", lambda w, s: put(s, [columns] + typed[:2] + [["219510103", "L’Étang", "=1+30"]]),
     "formule dont la valeur n’est pas enregistrée", columns=columns,
     rows=rows[:2] + [["219510103", "L’Étang", ""]], problems=["tables.uncomputed-formula"], **counted)


def plain(fill):
    workbook = Workbook()
    fill(workbook.active)
    return saved(workbook)


base = plain(lambda s: put(s, [columns] + typed))
part = "xl/worksheets/sheet1.xml"
raw("formule.xlsx", edited(base, part, b"<v>12</v>", b"<f>5+7</f><v>12</v>"), "valeur d’une formule", **same)


def shared(fill):
    """The same through XlsxWriter, which shares its texts where openpyxl writes them in the cells."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    fill(workbook, workbook.add_worksheet("Feuil1"))
    workbook.set_properties({"created": stamp})
    workbook.close()
    return settled(out.getvalue())


def shared_rows(w, s):
    for r, row in enumerate([columns] + typed):
        s.write_row(r, 0, row)
    s.write_rich_string(1, 1, "Le ", w.add_format({"bold": True}), "Bourg")


raw("textes-partages.xlsx", shared(shared_rows), "textes partagés, dont un enrichi", **same)
raw("filtre.xlsx", shared(lambda w, s: (shared_rows(w, s), s.autofilter(0, 0, 3, 2), s.set_row(2, None, None, {"hidden": True}))),
    "filtre posé, une ligne cachée", **same, problems=["tables.hidden-rows"])
raw("texte-partage-absent.xlsx", edited(shared(shared_rows), part, b"<v>1</v>", b"<v>999</v>"),
    "numéro de texte partagé qui n’existe pas", columns=["CODE_IRIS", "", "NB"], rows=rows)
raw("sans-references.xlsx", edited(base, part, b' r="C2"', b""), "cellule sans référence", **same)
raw("entites.xlsx", edited(base, part, b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
    "entités XML", refused="tables.document-type")
raw("xml-coupe.xlsx", edited(base, part, b"</sheetData>", b""), "XML abîmé", refused="tables.damaged-workbook")
raw("colonne-impossible.xlsx", edited(base, part, b'r="C2"', b'r="ZZZZ2"'), "colonne hors de toute feuille",
    refused="tables.impossible-sheet")
raw("lignes-desordonnees.xlsx", edited(base, part, b'<row r="3"', b'<row r="1"'), "lignes désordonnées",
    refused="tables.impossible-sheet")
raw("dimension-enorme.xlsx", edited(base, part, b'ref="A1:C4"', b'ref="A1:XFD1048576"'),
    "dimensions déclarées démesurées : non crues", **same)
raw("fusions-croisees.xlsx", edited(base, part, b"</sheetData>",
    b'</sheetData><mergeCells count="2"><mergeCell ref="A2:C4"/><mergeCell ref="B1:B4"/></mergeCells>'),
    "cellules fusionnées qui se chevauchent", **same, problems=["tables.merged-cells"])
raw("egaree.xlsx", plain(lambda s: (put(s, [columns] + typed), s.cell(5, 1, "219510104"), s.cell(5, 30, "x"))),
    "une cellule égarée à droite : des colonnes sans nom", columns=columns + [""] * 27,
    rows=[row + [""] * 27 for row in rows] + [["219510104"] + [""] * 28 + ["x"]], problems=["tables.unnamed-column"])
raw("chemin-piege.xlsx", edited(base, "xl/_rels/workbook.xml.rels", b"/xl/worksheets/sheet1.xml", b"/../../etc/passwd"),
    "chemin qui sort du classeur", refused="tables.which-sheet")
raw("feuille-vide.xlsx", plain(lambda s: None), "feuille vide", refused="tables.empty-sheet")
raw("tronque.xlsx", base[:len(base) // 2], "fichier tronqué", refused="tables.damaged-archive")

raw("macros.xlsm", edited(base, "[Content_Types].xml", b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main"),
    "classeur à macros, jamais exécutées", **same)


def french_dates(w, s):
    put(s, [["REF", "JOUR", "HEURE"], ["a", datetime.date(2025, 12, 31), datetime.time(10, 30)],
            ["b", datetime.date(1900, 3, 1), datetime.time(0, 0)]])
    s["B2"].number_format = s["B3"].number_format = "[$-40C]d mmmm yyyy;@"


book("dates-francaises.xlsx", french_dates, "dates au format long français, heures", columns=["REF", "JOUR", "HEURE"],
     rows=[["a", "2025-12-31", "10:30:00"], ["b", "1900-03-01", "00:00:00"]])


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, text in members:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, text)
    return out.getvalue()


raw("lettre.docx", zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")]),
    "document Word", refused="tables.not-text")
raw("binaire.xlsb", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")]),
    "classeur binaire", refused="tables.not-text")
raw("lettre.odt", zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")]),
    "document OpenDocument", refused="tables.not-text")

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdsTable, TableCell, TableRow
from odf.text import P

ods = OpenDocumentSpreadsheet()
table = OdsTable(name="Feuille1")
for line in [columns] + typed:
    row = TableRow()
    for value in line:
        cell = TableCell(valuetype="float", value=value) if isinstance(value, int) else TableCell(valuetype="string")
        cell.addElement(P(text=str(value)))
        row.addElement(cell)
    table.addElement(row)
ods.spreadsheet.addElement(table)
out = io.BytesIO()
ods.write(out)
raw("calc.ods", settled(out.getvalue()), "classeur OpenDocument", **same)

# --- the workbook of the invented town -------------------------------------------------------
geodata = os.path.join(os.path.dirname(__file__), "..", "Geodata/recu")
with open(os.path.join(geodata, "C2S_2025-invente.csv"), encoding="cp1252") as file:
    people = [line.rstrip("\r\n").split(";") for line in file]


def town(w, s):
    s.title = "C2S_2025"
    s["A1"] = "Bénéficiaires de la C2S au 31/12/2025 – DONNÉES INVENTÉES"
    s["A2"] = "Source : CPAM inventée"
    header = people[0]
    numbers = {header.index(name) for name in ("AGE", "CP", "CODE_INSEE", "X_L93", "Y_L93")}
    s.append([])
    s.append(header)
    for person in people[1:]:
        s.append([float(cell.replace(",", ".")) if c in numbers and cell.replace(",", "").isdigit() else cell or None
                  for c, cell in enumerate(person)])
    for name in ("CP", "CODE_INSEE"):
        for cell in s[chr(65 + header.index(name))][4:]:
            cell.number_format = "00000"
    s.append(["Total", None, None, None, len(people) - 1])
    note = w.create_sheet("Notes")
    note["A1"] = "Ville, habitants et effectifs sont l’œuvre d’un générateur."


workbook = Workbook()
town(workbook, workbook.active)
with open(os.path.join(geodata, "C2S_2025-invente.xlsx"), "wb") as file:
    file.write(saved(workbook))

print(len([name for name in os.listdir(folder) if name.endswith(".expected")]), "cas", file=sys.stderr)
