extension Theme {
  static let tradeNames = list(
    """
    des Cordeliers, du Chapitre, de l'Évêché, des Orfèvres, de la Vieille Monnaie, du Puits d'Amour, \
    aux Ours, de la Cloche, des Trois Pigeons, du Petit Cerf, de la Licorne, du Four Banal, \
    de la Poterne, des Drapiers, de la Boucherie, du Vieux Marché, des Lavandières, du Bief, \
    de l'Abreuvoir, de la Tannerie, des Teinturiers, du Grenier à Sel, des Ursulines, \
    des Carmélites, du Beffroi, du Cloître, Saint-Éloi, Saint-Martin, Sainte-Catherine, \
    Saint-Jacques, Saint-Vincent, Sainte-Anne, de la Synagogue, de l'Arquebuse, du Pilori, \
    de la Halle aux Blés, du Pot d'Étain, de l'Écu de France, du Cheval Blanc, de la Porte au Lion, \
    des Tonneliers, des Fripiers, des Épingliers, de la Charronnerie, du Mouton, de l'Arbre Sec, \
    du Change, de l'Hôtel-Dieu, des Vieilles Étuves, du Champ de Foire, des Bons Enfants, \
    de la Sous-Préfecture, du Théâtre, du Coin du Pas, des Jacobins, de la Manutention
    """)

  static let republicNames = list(
    """
    Pasteur, Victor Hugo, Gambetta, Jules Ferry, du 11 Novembre 1918, du 8 Mai 1945, Aristide Briand, \
    du Général Leclerc, Voltaire, Danton, Marceau, Kléber, Hoche, Thiers, Diderot, Raspail, \
    Arago, Ledru-Rollin, Louis Blanc, Anatole France, Édouard Herriot, Léon Blum, Pierre Brossolette, \
    Jean Moulin, de Verdun, de la Marne, de Belfort, de Strasbourg, de Metz, d'Alsace, de Mulhouse, \
    du Docteur Roux, Claude Bernard, Berthelot, du Président Wilson, Clemenceau, Waldeck-Rousseau, \
    Sadi Carnot, Félix Faure, Parmentier, Monge, Buffon, Vauban, Turgot, Colbert, Sully, \
    du Faubourg Saint-Nicolas, de la Gare, du Dépôt, de l'Abattoir, de l'Égalité, de la Liberté, \
    de la Fraternité, des Fusillés, du Maréchal de Lattre de Tassigny, du Commandant Charcot, \
    Barbès, Blanqui, Camille Desmoulins, Condorcet, Michelet, Edgar Quinet, Ernest Renan, \
    du Lycée, de la Manufacture, du Gaz, des Écoles, des Casernes, du Cimetière, Jeanne d'Arc, \
    du 4 Septembre, du 14 Juillet, Lamartine, Lafayette, Mirabeau, de Lorraine, Eugène Spuller, \
    des Déportés, des Francs-Tireurs, Louise Michel, Olympe de Gouges, du Souvenir Français, \
    de l'Yser, du Colonel Denfert, Paul Bert, Chanzy, Faidherbe, Bugeaud, Marengo, Magenta, \
    de l'Arsenal, de la Passerelle, du Moulin à Vent, de la Cité, des Jardins, du Clos, \
    de la Verrerie, de la Faïencerie, de la Brasserie, du Nord, du Midi, de l'Ouest
    """)

  static let letterNames = list(
    """
    Balzac, Stendhal, Émile Zola, Alphonse Daudet, Guy de Maupassant, George Sand, Colette, \
    Marcel Proust, Paul Verlaine, Arthur Rimbaud, Charles Baudelaire, Alfred de Musset, \
    Alfred de Vigny, Racine, Corneille, Molière, La Fontaine, Boileau, Ronsard, Du Bellay, Rabelais, \
    Montaigne, Montesquieu, Marivaux, Beaumarchais, Chateaubriand, Théophile Gautier, Nerval, \
    Jules Verne, Jules Renard, Paul Éluard, Louis Aragon, Jacques Prévert, Guillaume Apollinaire, \
    Max Jacob, Saint-Exupéry, Albert Camus, Marcel Pagnol, Madame de Sévigné, Marguerite Yourcenar, \
    Elsa Triolet, Simone de Beauvoir, Boris Vian, Jean Giono, Romain Rolland, Charles Péguy, \
    Roger Martin du Gard, Maurice Genevoix, Henri Barbusse, Raymond Queneau
    """)

  static let musicianNames = list(
    """
    Hector Berlioz, Georges Bizet, Claude Debussy, Maurice Ravel, Gabriel Fauré, Charles Gounod, \
    Jules Massenet, Camille Saint-Saëns, Jean-Philippe Rameau, Jean-Baptiste Lully, François Couperin, \
    Erik Satie, Francis Poulenc, Darius Milhaud, Arthur Honegger, César Franck, Vincent d'Indy, \
    Édouard Lalo, Emmanuel Chabrier, Paul Dukas, Henri Duparc, Jacques Offenbach, Nadia Boulanger, \
    Lili Boulanger, Germaine Tailleferre, Louise Farrenc, Cécile Chaminade, Olivier Messiaen, \
    Mozart, Beethoven, Schubert, Chopin, Vivaldi, Haydn, Jean-Sébastien Bach, Haendel, Verdi, Rossini, \
    Puccini, Brahms, Mendelssohn, Grieg, Franz Liszt, Tchaïkovski, Clara Schumann
    """)

  static let vineNames = list(
    """
    des Vignes, du Pressoir, des Vendanges, du Clos des Moines, de la Treille, des Vignerons, \
    du Chardonnay, du Pinot, de l'Aligoté, du Gamay, des Coteaux, de la Serpe, de la Hotte, \
    du Cellier, de la Cuverie, des Tonneaux, de la Feuillette, des Cabottes, de Bellevue, du Belvédère, \
    de Beauregard, de la Montée, des Murgers, des Crais, du Levant, du Couchant, de la Rente, \
    du Haut Meix, du Meix Fleuri, de la Corvée, des Champs Perdrix, de la Perche, du Grand Clos, \
    de Sur le Mont, des Grands Ceps, de la Paulée, du Ban Bourguignon, des Petits Meix
    """)

  static let waterNames = list(
    """
    du Canal, de l'Écluse, des Mariniers, du Halage, des Flotteurs, du Batardeau, de la Grève, \
    des Jonchères, des Roseaux, de la Vanne, du Gué, du Moulin, des Pêcheurs, de la Passerelle, \
    de la Saulaie, des Oseraies, du Pont Neuf, du Pont Rouge, des Îles, de la Prairie, du Déversoir, \
    de l'Étang, des Libellules, du Martin-Pêcheur, des Truites, de la Source, de la Fontaine, \
    des Nénuphars, de la Sorlaine, du Vieux Bras, des Bateliers, du Petit Port, de l'Ancre, \
    du Bac, de la Barque, des Castors, de l'Aqueduc, du Chemin d'Eau
    """)

  static let regionNames = list(
    """
    de Bourgogne, de Champagne, de Franche-Comté, de Normandie, de Bretagne, de Touraine, d'Anjou, \
    de Provence, de Picardie, d'Artois, du Berry, du Poitou, d'Aquitaine, de Gascogne, de Savoie, \
    du Dauphiné, d'Auvergne, du Limousin, du Roussillon, du Jura, des Vosges, du Morvan, de Flandre, \
    du Nivernais, du Bourbonnais, de Saintonge, du Languedoc, du Béarn, de Bresse, du Vivarais, \
    Marie Curie, Salvador Allende, Nelson Mandela, Rosa Parks, de Mayence, de Cluj, de Guimarães
    """)

  static let makerNames = list(
    """
    Denis Papin, Nicéphore Niépce, Clément Ader, Louis Blériot, Joseph Jacquard, Marc Seguin, \
    Lavoisier, Ampère, Branly, Edison, Gutenberg, Jean Bertin, de la Petite Fin, de l'Orme, \
    des Artisans, du Fossé Neuf, des Entrepôts, de la Sablière, du Rond-Point, des Messageries
    """)

  static let scienceNames = list(
    """
    Henri Poincaré, Sophie Germain, Évariste Galois, Pierre Fermat, Blaise Pascal, René Descartes, \
    Émilie du Châtelet, Louis de Broglie, Irène Joliot-Curie, Augustin Fresnel, Joseph Fourier, \
    Laplace, Ambroise Paré, Laennec, Xavier Bichat, André-Marie Ampère, des Internes, du Pavillon Nord
    """)

  static let countryNames = list(
    """
    des Chaumes, de la Noue, du Haut Bois, des Essarts, de la Fin Basse, de la Croix Blanche, \
    des Grands Champs, de l'Épine, du Buisson Rond, de la Charme, des Lavières, du Four à Chaux, \
    de la Bergerie, du Vieil Étang, des Sources, de la Motte, de Bas Mont, de la Tuilerie, des Crots, \
    du Poirier Rond, de la Garenne, des Sept Journaux, du Champ Rouge, de la Vesvre, des Pâtis
    """)

  static let villageNames = list(
    """
    de la Mairie, du Château, du Puits, de la Cure, du Four, des Vergers, du Pont, de la Fontaine, \
    du Tilleul, de l'Abreuvoir, du Cimetière, des Prés, du Bas, du Haut, de la Croix, du Carrouge, \
    de la Ruelle Blanche, de la Forge, du Colombier, des Noyers, du Pressoir, de la Charrière, \
    des Chenevières, du Meix, de la Vieille Tour, des Tilles
    """)

  /// Places without a street: hamlets and farms.
  static let hamletNames = list(
    """
    La Borde aux Moines, Les Grandes Chaumes, La Rente Neuve, Le Val Sorlaine, La Maison Rouge, \
    Ferme de la Noue, Les Quatre Vents, Le Moulin Brûlé, La Grange d'Aval, Le Haut Mesnil, \
    Les Baraques, La Folie, Le Petit Merlancey, La Tuilerie Basse
    """)
}
