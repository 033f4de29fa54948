/// What every file says of itself where its layout leaves room.
enum Notice {
  static let text =
    "DONNÉES INVENTÉES : ville, habitants et adresses sont l'œuvre d'un générateur (make-geodata)."
}
