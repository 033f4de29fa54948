/// A day as spreadsheets count them.
public enum SpreadsheetDay {
  /// Day and month of a serial number.
  public static func date(_ serial: Int) -> (day: Int, month: Int) {
    let days = serial + 2_415_019 + 32_044
    let era = (4 * days + 3) / 146_097
    let inEra = days - 146_097 * era / 4
    let year = (4 * inEra + 3) / 1461
    let inYear = inEra - 1461 * year / 4
    let month = (5 * inYear + 2) / 153
    return (inYear - (153 * month + 2) / 5 + 1, month + 3 - 12 * (month / 10))
  }
}
