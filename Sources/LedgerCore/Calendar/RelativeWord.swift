/// The words that name days seen from today.
enum RelativeWord {
  /// Each word with its unit and how many units after the one of today it means; longer words before their beginnings.
  static let all: [(word: String, unit: CalendarUnit, count: Int)] = {
    var words: [(String, CalendarUnit, Int)] = [
      ("today", .day, 0), ("yesterday", .day, -1), ("tomorrow", .day, 1), ("今天", .day, 0), ("今日", .day, 0),
      ("昨天", .day, -1), ("昨日", .day, -1), ("前天", .day, -2), ("明天", .day, 1), ("明日", .day, 1),
      ("本日", .day, 0), ("本年度", .year, 0), ("本年", .year, 0), ("今年", .year, 0), ("当年", .year, 0), ("上年度", .year, -1),
      ("上年", .year, -1), ("去年", .year, -1), ("前年", .year, -2), ("明年", .year, 1), ("下年", .year, 1), ("当月", .month, 0),
      ("上一年", .year, -1), ("下一年", .year, 1),
    ]
    for (adjectives, count) in [(["this", "本", "这"], 0), (["last", "previous", "上", "上一"], -1), (["next", "下", "下一"], 1)] {
      for adjective in adjectives {
        let isEnglish = adjective.allSatisfy(\.isASCII)
        for (unit, english, chinese) in names {
          for name in isEnglish ? english : chinese { words.append((isEnglish ? "\(adjective) \(name)" : adjective + name, unit, count)) }
        }
      }
    }
    return words.sorted { $0.0.count > $1.0.count }
  }()

  private static let names: [(CalendarUnit, [String], [String])] = [
    (.day, ["day"], []), (.week, ["week"], ["周", "星期", "个星期"]), (.month, ["month"], ["月", "个月"]),
    (.quarter, ["quarter"], ["季度", "季", "个季度"]), (.year, ["year"], []),
  ]

  /// Words for the days from the beginning of a unit up to today, this year or so many years ago.
  static let upToToday: [(words: [String], unit: CalendarUnit, years: Int)] = [
    (["year to date", "ytd", "年初至今", "今年以来", "本年至今", "本年累计", "年初到今天"], .year, 0),
    (["去年同期", "上年同期", "last year to date", "prior ytd"], .year, 1),
    (["month to date", "mtd", "月初至今", "本月至今", "本月以来"], .month, 0),
    (["quarter to date", "qtd", "本季至今", "本季度至今"], .quarter, 0),
  ]

  /// The words for a number of units.
  static let units: [(words: [String], unit: CalendarUnit)] = [
    (["days", "day", "天", "日"], .day), (["weeks", "week", "个星期", "星期", "周"], .week),
    (["months", "month", "个月", "月"], .month), (["quarters", "quarter", "个季度", "季度"], .quarter),
    (["half years", "half year", "个半年", "半年"], .half), (["years", "year", "年"], .year),
  ]
}
