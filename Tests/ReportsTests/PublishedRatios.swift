/// Published 放大倍数 of Chinese programmes with the metric that reproduces each; amounts in 亿元.
///
/// Source: the official releases of the places and months that each line names.
enum PublishedRatios {
  /// One line a release; the first line names the columns.
  static let csv = """
    case,date,fiscal,social,total,other_project_money,fund_invested,published,metric,note
    安徽,2025-12,144.68,782.32,927.00,,,5.41,M1,paid-in; all non-provincial money counted as social
    济南,2024-06,41.58,,305.46,,,7.35,M2,paid-in
    广西,2025-05,112.65,486.2,598.85,,,5.3,M2,paid-in; M1 would be 4.32
    重庆,2019-12,102.63,1057.93,1160.56,,,10.31,M1c,committed; printed as 1:10.31
    重庆,2025-01,138,,603,,,4.4,M2c,committed
    四川,2024-03,,,323,1883,268,7,M3,social and bank money against fund money invested
    天津,2023-12,172,688,860,,,4.0,M1,sums exactly
    海南,2025-11,80.39,128.37,208.76,,,,M1c,sums only; 1.597
    """
}
