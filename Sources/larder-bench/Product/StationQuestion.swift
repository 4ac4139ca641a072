/// A question about a station at a time.
struct StationQuestion: Sendable {
    let station: Int
    let second: Int64

    /// Questions in no order, spread over all stations and hours.
    static func spread(_ count: Int, stations: Int, hours: Int) -> [StationQuestion] {
        var state: UInt64 = 42
        func random(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<count).map { _ in
            let station = random(below: stations)
            // Half past, so that a question never meets a reading exactly.
            return StationQuestion(
                station: station, second: StationRow.firstSecond + Int64(random(below: hours)) * 3_600 + 1_800)
        }
    }
}
