internal import Territory

extension TownPlan {
  /// Every area, in the order of its code.
  static let areas: [PlanArea] = centre + west + north + eastBank + south + villages

  private static let centre = [
    PlanArea("0101", "Cathédrale", .habitat, .old, 1720, at: (-300, 250)),
    PlanArea("0102", "Halles-Grande Rue", .habitat, .old, 1980, at: (200, 300)),
    PlanArea("0103", "Palais-Arquebuse", .habitat, .old, 1640, at: (-300, -300)),
    PlanArea("0104", "Cordeliers-Vieux Port", .habitat, .old, 1850, at: (150, -350)),
  ]

  private static let west = [
    PlanArea("0201", "Gare-Porte Neuve", .habitat, .faubourg, 2240, at: (-400, 750)),
    PlanArea("0202", "Saint-Nicolas-Dépôt", .habitat, .faubourg, 2060, at: (-1200, 200)),
    PlanArea("0203", "Saint-Antoine", .habitat, .faubourg, 1890, at: (-850, -400)),
    PlanArea("0204", "Tanneries", .habitat, .faubourg, 1610, at: (-550, -800)),
    PlanArea("0205", "Saint-Pierre", .habitat, .faubourg, 1560, at: (300, 900)),
    PlanArea("0301", "Les Perrières", .habitat, .mixed, 1740, at: (-1700, -600)),
    PlanArea(
      "0302", "Champ Fleuri-Combottes", .habitat, .estate, 1430, at: (-2600, -1100),
      patches: [
        (-2500, -1000, 430, .estate), (-2850, -650, 190, .estate), (-3420, -1550, 400, .wild),
        (-2800, -1850, 210, .rural),
      ]),
    PlanArea(
      "0303", "Les Hervées", .activity, .business, 85, at: (-2800, -330), fixed: true),
  ]

  private static let north = [
    PlanArea("0401", "Clos Margot", .habitat, .faubourg, 2050, at: (-700, 1400)),
    PlanArea("0402", "Les Vergers", .habitat, .mixed, 1680, at: (400, 1500)),
    PlanArea(
      "0403", "Fontaine aux Dames-Varennes", .habitat, .estate, 1690, at: (0, 2500),
      patches: [(-1080, 2040, 330, .estate), (430, 2180, 380, .estate), (-300, 2750, 160, .rural)]),
    PlanArea("0404", "Montchapeau", .habitat, .mixed, 1490, at: (-1700, 800)),
    PlanArea(
      "0405", "Plateau de Chaux", .habitat, .rural, 640, at: (-2900, 1600),
      patches: [
        (-2760, 1050, 260, .estate), (-2800, 2150, 190, .village), (-2950, 250, 170, .rural),
      ]),
  ]

  private static let eastBank = [
    PlanArea("0501", "Port du Canal", .habitat, .faubourg, 1880, at: (1000, 200)),
    PlanArea("0502", "Clair-Bois", .habitat, .mixed, 1560, at: (1200, 1000)),
    PlanArea("0503", "Saint-Jean", .habitat, .faubourg, 1830, at: (600, -600)),
    PlanArea("0601", "Grands Prés Nord", .habitat, .towers, 2870, at: (2000, 800)),
    PlanArea("0602", "Grands Prés Sud", .habitat, .towers, 2310, at: (2000, 50)),
    PlanArea(
      "0603", "Zone industrielle de l'Orme", .activity, .business, 12, at: (3200, 400), fixed: true),
    PlanArea("0701", "Les Musiciens", .habitat, .estate, 2120, at: (1700, -1000)),
    PlanArea(
      "0702", "Centre hospitalier", .activity, .campus, 210, at: (1130, -1400), fixed: true),
    PlanArea(
      "0703", "Campus-Technopôle", .activity, .campus, 930, at: (3200, -1100),
      patches: [(2750, -700, 380, .campus), (3150, -1350, 180, .campus)]),
    PlanArea("0704", "Bois de la Chaume", .various, .wild, 0, at: (2200, -2300), fixed: true),
    PlanArea(
      "0801", "Les Coteaux", .habitat, .estate, 1120, at: (1500, 1600),
      patches: [(1580, 1640, 280, .estate), (2420, 2250, 240, .estate), (2900, 1700, 170, .rural)]),
    PlanArea(
      "0802", "Les Gravières", .various, .wild, 46, at: (1800, 2600), (-1250, -2700), fixed: true),
  ]

  private static let south = [
    PlanArea("0901", "Île aux Moines-Jonchères", .habitat, .mixed, 1370, at: (-200, -1700)),
    PlanArea(
      "0902", "Les Longues Raies", .habitat, .estate, 780, at: (300, -2600),
      patches: [(380, -2480, 280, .estate), (-330, -2790, 150, .rural), (1050, -2950, 160, .rural)]),
    PlanArea(
      "0903", "Chanteloup-Vaux Corbet", .habitat, .estate, 1240, at: (-1900, -2200),
      patches: [
        (-1310, -1420, 310, .estate), (-2030, -2200, 260, .village), (-2500, -2350, 150, .rural),
      ]),
  ]

  private static let villages = [
    PlanArea(
      "0000", "Merlancey", .commune, .village, 640, at: (4300, 2500), fixed: true, in: .merlancey,
      patches: [(4180, 2930, 430, .village), (5050, 3600, 150, .rural), (4700, 1200, 160, .rural)]),
    PlanArea(
      "0000", "Varenches-Saint-Fiacre", .commune, .village, 480, at: (5000, -1500), fixed: true,
      in: .varenches,
      patches: [
        (4200, -2120, 330, .village), (4500, -700, 210, .village), (5000, -2850, 120, .rural),
      ]),
    PlanArea(
      "0000", "Poncelles-le-Haut", .commune, .village, 310, at: (-5000, 500), fixed: true,
      in: .poncelles,
      patches: [
        (-4620, -720, 290, .village), (-3420, -1550, 400, .wild), (-5500, 1600, 140, .rural),
        (-4500, -1800, 130, .rural),
      ]),
  ]
}
