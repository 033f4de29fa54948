extension TownPlan {
  /// Roads that separate nothing, drawn because a town has them: quays, village streets, ways out.
  static let roads: [PlanLine] = [
    road(.street, "Quai des Tanneurs", "480,560 515,250 385,-160 210,-450 -40,-650"),
    road(.street, "Quai Saint-Jean", "590,560 640,240 500,-160 330,-520 40,-760"),
    road(.street, "Rue des Forges", "-300,520 -270,150 -250,-80 -230,-400 -200,-600"),
    road(.street, "Rue Notre-Dame", "190,660 170,300 150,-40 110,-330 60,-600"),
    road(.street, "Route d'Is", "Q1 -330,2450 -380,3080"),
    road(.street, "Rue de la Fontaine aux Dames", "P1 -1300,2120 -620,2330 -290,2300"),
    road(.street, "Rue des Grandes Varennes", "-320,2400 300,2450 900,2380"),
    road(.street, "Chemin de Chaux", "-2480,700 -2800,1000 -2900,1700 -2750,2200"),
    road(.avenue, "Route de Merlancey", "L1 2400,1830 V2"),
    road(.street, "Route des Coteaux", "L1 1950,1850 2250,2250 2700,2500"),
    road(.avenue, "Avenue de l'Industrie", "G1 2950,450 3350,420 3560,300"),
    road(.street, "Rue des Frères Lumière", "2980,440 3020,760 3010,900"),
    road(.street, "Rue Gustave Eiffel", "2900,450 2880,120 2860,-180"),
    road(.street, "Rue de l'Innovation", "E3 2620,-700 3000,-980 3300,-900"),
    road(.street, "Rue de Vaux Corbet", "Z2 -1950,-1900 -2050,-2350 -2400,-2650"),
    road(.street, "Rue des Longues Raies", "S2 300,-2650 -300,-2800"),
    road(.street, "Chemin des Combottes", "-2700,-520 -2850,-1100 -2950,-1700 -2800,-2050"),
    road(.street, "Rue du Port", "R3 760,60 1060,330 1290,720"),
    road(.street, "Grande Rue", "V2 3600,2700 4150,2880 4600,3250 5050,3700"),
    road(.street, "Rue de l'Église", "4150,2880 4050,3200 3850,3600"),
    road(.street, "Rue de Saint-Fiacre", "E4 4350,-350 4550,-800 4350,-1500 4150,-2050"),
    road(.street, "Rue Principale", "Y 3800,-2050 4150,-2050 4700,-2350 5050,-2900"),
    road(.street, "Rue du Lavoir", "4150,-2050 4000,-2500 3600,-2950"),
    road(.street, "Grande Rue", "W3 -4050,-900 -4600,-700 -5100,-350 -5700,100"),
    road(.street, "Rue du Moulin", "-4600,-700 -4700,-1200 -4500,-1800"),
  ]

  private static func road(_ kind: PlanLine.Kind, _ name: String, _ course: String) -> PlanLine {
    PlanLine(kind, name, course, border: false)
  }
}
