#!/usr/bin/env python3
"""Makes Tests/TablesTests/Cases/partner-files: one small file for each reality of partners' files.

Invented rows only. The workbooks are written by openpyxl, XlsxWriter and odfpy (PyPI), never by our own writer,
so that the reader has another judge. Run by hand (pip install openpyxl XlsxWriter odfpy); its files are committed.
Beside each file, <name>.expected says how it must be read: columns, then the rows, fields separated
by a TAB; or « refused » and the problem's code. Lines « problem » name what must be said of it.
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

folder = os.path.join(os.path.dirname(__file__), "..", "Tests/TablesTests/Cases/partner-files")
os.makedirs(folder, exist_ok=True)
stamp = datetime.datetime(2026, 1, 1)


def expect(name, reality, columns=None, rows=None, refused=None, problems=()):
    lines = ["# " + reality, "# origine : Scripts/make-partner-cases.py, lignes inventées"]
    if refused:
        lines.append("refused\t" + refused)
    else:
        lines.append("columns\t" + "\t".join(columns))
        lines += ["row\t" + "\t".join(row) for row in rows]
    lines += ["problem\t" + code for code in problems]
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
same = dict(columns=columns, rows=rows)
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
    columns=columns, rows=rows + [["219510104", "Le Port", "9"]], problems=["tables.mixed-line-ends"])
raw("titres.csv", ("Bénéficiaires au 31/12/2025;;\r\nSource : caisse inventée;;\r\n;;\r\n" + lines()).encode(),
    "trois lignes de titre", **same)
raw("libelles.csv", lines(table=[["Code de l’IRIS", "Libellé de l’IRIS", "Nombre de bénéficiaires"]] + rows).encode(),
    "une ligne de libellés longs sous l’en-tête", **same)
raw("guillemets.csv", lines(table=[['219510101', '"Le Bourg ; centre"', '12']] + rows[1:]).encode(),
    "séparateur dans un champ entre guillemets", columns=columns,
    rows=[["219510101", "Le Bourg ; centre", "12"]] + rows[1:])
raw("sans-guillemets.csv", lines(table=rows + [["219510104", "Le Port ; quai", "9"]]).encode(),
    "séparateur dans un champ sans guillemets : la ligne est mise de côté et dite", **same,
    problems=["tables.ragged-row"])
raw("notes.csv", (lines() + "Champ : régime général\r\n").encode(), "une note sous la table", **same,
    problems=["tables.ragged-row"])
raw("colonnes-homonymes.csv", lines(names=["CODE_IRIS", "NB", "NB"]).encode(), "deux colonnes du même nom",
    columns=["CODE_IRIS", "NB", "NB"], rows=rows, problems=["tables.repeated-column"])
raw("double-encodage.csv", lines().encode().decode("latin-1").encode(), "encodé deux fois", columns=columns,
    rows=[[cell.encode().decode("latin-1") for cell in row] for row in rows])
raw("masques.csv", lines(table=[["219510101", "Le Bourg", "<5"], ["219510102", "La Gare", "nd"],
    ["219510103", "L’Étang", "1 à 4"], ["219510104", "Le Port", "s"], ["219510105", "Le Pré", "14"]]).encode(),
    "valeurs masquées de plusieurs façons", columns=columns, rows=[["219510101", "Le Bourg", "<5"],
    ["219510102", "La Gare", "nd"], ["219510103", "L’Étang", "1 à 4"], ["219510104", "Le Port", "s"],
    ["219510105", "Le Pré", "14"]])
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
     columns=[""] + columns, rows=[[""] + row for row in rows], problems=["tables.unnamed-column"])
book("deux-niveaux.xlsx", lambda w, s: (put(s, [["CODE_IRIS", "2024", "", "2025", ""], ["", "H", "F", "H", "F"],
     ["219510101", 1, 2, 3, 4], ["219510102", 5, 6, 7, 8]]), s.merge_cells("B1:C1"), s.merge_cells("D1:E1"),
     s.merge_cells("A1:A2")), "en-tête sur deux lignes, cellules fusionnées",
     columns=["CODE_IRIS", "2024 H", "2024 F", "2025 H", "2025 F"],
     rows=[["219510101", "1", "2", "3", "4"], ["219510102", "5", "6", "7", "8"]])
raw("deux-niveaux.csv", ("CODE_IRIS;2024;;2025;\r\n;H;F;H;F\r\n219510101;1;2;3;4\r\n219510102;5;6;7;8\r\n").encode(),
    "en-tête sur deux lignes", columns=["CODE_IRIS", "2024 H", "2024 F", "2025 H", "2025 F"],
    rows=[["219510101", "1", "2", "3", "4"], ["219510102", "5", "6", "7", "8"]])
book("fusion-donnees.xlsx", lambda w, s: (put(s, [columns] + typed), s.merge_cells("B2:B3")),
     "cellules fusionnées parmi les données", columns=columns,
     rows=[rows[0], ["219510102", "", "7"], rows[2]], problems=["tables.merged-cells"])
book("total.xlsx", lambda w, s: put(s, [columns] + typed + [["Total", "", 50]]), "ligne de total en bas",
     columns=columns, rows=rows + [["Total", "", "50"]])
book("notes.xlsx", lambda w, s: put(s, [columns] + typed + [[""], ["Champ : régime général"]]),
     "une note sous la table", columns=columns, rows=rows + [["Champ : régime général", "", ""]])
book("erreurs.xlsx", lambda w, s: put(s, [columns, ["219510101", "Le Bourg", "#N/A"], ["219510102", True, 7]]),
     "erreurs de formule et booléens", columns=columns,
     rows=[["219510101", "Le Bourg", "#N/A"], ["219510102", "VRAI", "7"]])
book("formule-sans-valeur.xlsx", lambda w, s: put(s, [columns] + typed[:2] + [["219510103", "L’Étang", "=1+30"]]),
     "formule dont la valeur n’est pas enregistrée", columns=columns,
     rows=rows[:2] + [["219510103", "L’Étang", ""]], problems=["tables.uncomputed-formula"])


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
raw("chemin-piege.xlsx", edited(base, "xl/_rels/workbook.xml.rels", b"/xl/worksheets/sheet1.xml", b"/../../etc/passwd"),
    "chemin qui sort du classeur", refused="tables.which-sheet")
raw("feuille-vide.xlsx", plain(lambda s: None), "feuille vide", refused="tables.empty-sheet")
raw("tronque.xlsx", base[:len(base) // 2], "fichier tronqué", refused="tables.damaged-archive")

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
