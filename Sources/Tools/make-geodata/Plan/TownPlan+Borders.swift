extension TownPlan {
  /// The lines that separate areas: water, iron, roads and commune limits.
  static let borders: [PlanLine] = water + oldTown + westernRoads + easternRoads + limits

  private static let water = [
    PlanLine(
      .river, "la Sorlaine",
      """
      R0 1330,2720 1640,2270 Ra 960,1480 R1 830,900 R2 570,250 R3 240,-480 R4 -440,-880 R5 \
      -1130,-1420 R6 -1120,-2330 -1480,-2740 R7
      """),
    PlanLine(
      .railway, "voie ferrée", "KW -2950,-220 K0 -1700,340 K1 -560,880 K2 400,1160 R1 L1 L2 KE"),
  ]

  private static let oldTown = [
    PlanLine(.avenue, "Boulevard des Remparts", "R2 220,690 N1 -330,570 N2 -650,200 N3"),
    PlanLine(.avenue, "Boulevard Carnot", "N3 -600,-280 N4 -260,-640 R4"),
    PlanLine(.street, "Grande Rue", "N1 -130,300 C0 -20,-360 R4"),
    PlanLine(.street, "Rue du Bourg", "N3 -330,-70 C0 200,-60 R3"),
  ]

  private static let westernRoads = [
    PlanLine(.avenue, "Avenue de Poncelles", "N3 -960,-70 W1 -1800,-210 W2 -2900,-540 W3"),
    PlanLine(.avenue, "Avenue Jean Jaurès", "N2 -800,500 K1 -1330,960 P1"),
    PlanLine(.avenue, "Route de Châtillon", "P1 -2050,1980 P2"),
    PlanLine(.avenue, "Avenue du Maréchal Foch", "N1 -90,860 K2 -200,1460 Q1"),
    PlanLine(.avenue, "Boulevard de l'Europe", "X1 -2000,1310 P1 -1150,1720 -700,1880 Q1"),
    PlanLine(.avenue, "Boulevard des Nations", "Q1 300,1850 800,1810 Ra"),
    PlanLine(.street, "Rue du Haut de Chaux", "X1 -2480,600 K0 W2"),
    PlanLine(.street, "Rue des Perrières", "W1 -1180,-480 Z1 -840,-1060 R5"),
    PlanLine(.avenue, "Avenue de Paris", "N4 -760,-640 Z1 -1450,-1120 Z2 -2520,-1840 Z3"),
    PlanLine(.street, "Rue de la Combe aux Fées", "W2 -2150,-850 Z2"),
    PlanLine(.limitRoad, "Chemin du Finage", "W3 -3480,-1450 -3250,-1900 Z3"),
  ]

  private static let easternRoads = [
    PlanLine(.avenue, "Avenue de la République", "R2 900,640 E1 1610,960 L1"),
    PlanLine(.avenue, "Avenue de Besançon", "R3 900,-190 E2 1950,-230 E3 3150,-170 E4"),
    PlanLine(.avenue, "Avenue de Lyon", "R4 60,-1050 S1 620,-1820 S2 1180,-2690 S3"),
    PlanLine(.avenue, "Boulevard de la Résistance", "E1 G0 E2 1240,-500 M 690,-1120 S1"),
    PlanLine(.avenue, "Avenue des Grands Prés", "G0 1980,340 G1"),
    PlanLine(.avenue, "Rocade Est", "L2 2610,800 G1 2530,100 E3 2400,-760 U1 1560,-1760 S2"),
    PlanLine(.street, "Route de Varenches", "U1 2700,-1480 Y"),
    PlanLine(.street, "Avenue du Stade", "S2 300,-2120 -500,-2150 R6"),
    PlanLine(.path, "Chemin des Gravières", "Ra 1800,2030 2090,2460 T0"),
    PlanLine(.path, "Chemin des Sablons", "R6 -930,-2480 -1010,-2890 T1"),
    PlanLine(
      .street, "Rue du Docteur Belin",
      "H0 1350,-1215 1310,-1190 1060,-1235 1010,-1215 900,-1420 915,-1470 1120,-1600 1170,-1600 H0"),
  ]

  private static let limits = [
    PlanLine(.limit, "", "P2 -1800,2950 -900,2880 -380,3120 500,3010 R0"),
    PlanLine(.limit, "", "R0 T0 V2 3310,1800 3500,1250 KE"),
    PlanLine(.limit, "", "KE 3900,360 E4"),
    PlanLine(.limit, "", "E4 3700,-600 3880,-1200 Y"),
    PlanLine(.limit, "", "Y 3050,-2150 2900,-2650 2350,-2620 2150,-3060 S3"),
    PlanLine(.limit, "", "S3 600,-3380 -200,-3090 T1 R7"),
    PlanLine(.limit, "", "R7 -2150,-2800 -2600,-2860 Z3"),
    PlanLine(.limit, "", "W3 KW"),
    PlanLine(.limit, "", "KW -3700,120 -3350,800 X2"),
    PlanLine(.limit, "", "X2 -3150,1950 -3000,2450 P2"),
    PlanLine(
      .limit, "",
      """
      R0 1720,3600 2050,3750 2010,4350 2700,4480 2960,5010 3700,4700 4480,4820 4700,4150 5350,3900 \
      5280,3300 5900,2700 5700,1900 6050,1350 J1
      """),
    PlanLine(.limit, "", "E4 4250,270 4700,80 5200,420 J1"),
    PlanLine(
      .limit, "",
      """
      J1 6150,-250 5930,-900 6420,-1500 5750,-1980 5900,-2800 5050,-3050 4700,-3850 3900,-3700 \
      3300,-4380 2500,-4100 1900,-3700 S3
      """),
    PlanLine(
      .limit, "",
      """
      P2 -2900,3250 -3600,3200 -3950,3800 -4900,3350 -5050,2700 -6000,2500 -5750,1500 -6350,900 \
      -6150,-100 -6420,-900 -5500,-1400 -5650,-2400 -4700,-2500 -4300,-3250 -3600,-2750 Z3
      """),
  ]
}
