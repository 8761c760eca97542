/// Currencies by the codes, numbers, signs and names that banks and offices write.
enum CurrencyName {
  /// By code: signs and names in comparable form. Numbers are those of ISO 4217, and 01 that of Chinese banks.
  private static let names: [String: [String]] = [
    "CNY": ["人民币", "人民币元", "本币", "rmb", "cny", "cnh", "156", "01", "001", "¥", "￥", "renminbi"],
    "USD": ["美元", "美金", "usd", "us$", "$", "840", "dollar", "dollars"], "EUR": ["欧元", "eur", "€", "978", "euro"],
    "HKD": ["港元", "港币", "hkd", "hk$", "344"], "JPY": ["日元", "日圆", "jpy", "392"], "GBP": ["英镑", "gbp", "£", "826"],
    "AUD": ["澳元", "澳大利亚元", "aud", "036"], "CAD": ["加元", "加拿大元", "cad", "124"],
    "SGD": ["新加坡元", "新元", "新币", "sgd", "702"], "CHF": ["瑞士法郎", "瑞郎", "chf", "756"], "MOP": ["澳门元", "澳门币", "mop", "446"],
    "TWD": ["新台币", "台币", "twd", "901"], "KRW": ["韩元", "韩币", "krw", "410"], "RUB": ["卢布", "rub", "643"], "THB": ["泰铢", "thb", "764"],
    "NZD": ["新西兰元", "nzd"], "SEK": ["sek"], "DKK": ["dkk"], "NOK": ["nok"], "INR": ["inr"], "BRL": ["brl"], "MYR": ["myr"],
    "IDR": ["idr"], "PHP": ["php"], "VND": ["vnd"], "ZAR": ["zar"], "AED": ["aed"], "SAR": ["sar"], "KZT": ["kzt"], "MXN": ["mxn"],
  ]

  private static let codes: [String: String] = Dictionary(
    names.flatMap { code, names in names.map { ($0, code) } }, uniquingKeysWith: { first, _ in first })

  /// Names of other currencies than the renminbi, the longest first: 新台币 is not to be read as 台币.
  private static let foreign: [(name: String, code: String)] = codes.filter { $0.value != "CNY" }
    .map { ($0.key, $0.value) }.sorted { ($0.name.utf8.count, $0.name) > ($1.name.utf8.count, $1.name) }

  /// The code of a currency that a folded text names; nil for any other text.
  static func code(_ folded: some StringProtocol) -> String? { codes[String(folded)] }

  /// The code of a currency that a folded text names once or in several ways, `人民币(CNY)`, `cny-人民币`; nil for any other text.
  static func code(parts folded: String) -> String? {
    if let code = code(folded) { return code }
    var parts = folded.split { "()[]-/ ,、|".contains($0) }.map(String.init)
    if parts.count == 1, let part = parts.first {
      let letters = part.prefix { $0.isASCII }
      let tail = part.reversed().prefix { $0.isASCII }
      if !letters.isEmpty && letters.count < part.count {
        parts = [String(letters), String(part.dropFirst(letters.count))]
      } else if !tail.isEmpty && tail.count < part.count {
        parts = [String(part.dropLast(tail.count)), String(part.suffix(tail.count))]
      }
    }
    let codes = Set(parts.map { code($0) })
    return codes.count == 1 ? codes.first ?? nil : nil
  }

  /// The code of a currency other than the renminbi that a folded text is about, 万美元 and usd10,000 too.
  static func foreignCode(in folded: some StringProtocol) -> String? {
    if let code = code(folded) { return code == "CNY" ? nil : code }
    for (name, code) in foreign {
      let isWord = name.utf8.allSatisfy { $0 < 0x80 }
      if !isWord, name.utf8.count > 3, folded.contains(name) { return code }
      // Letters that begin or end a word are a code only before and behind a magnitude.
      if folded.hasPrefix(name), HeaderUnit.exponent(String(folded.dropFirst(name.count))) != nil { return code }
      if folded.hasSuffix(name), HeaderUnit.exponent(String(folded.dropLast(name.count))) != nil { return code }
    }
    return nil
  }
}
