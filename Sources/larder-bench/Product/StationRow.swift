/// A made-up hourly reading of a weather station. Everything follows from station and hour, so that rows need not be
/// kept.
struct StationRow: Sendable {
    let station: Int
    let hour: Int

    static let skies = ["clear", "few clouds", "scattered clouds", "broken clouds", "overcast", "rain", "snow", "mist"]
    /// The first event time: 2020-01-01.
    static let firstSecond: Int64 = 1_577_836_800

    /// Rows as they arrive: hour by hour, the stations of an hour in no order.
    static func arriving(_ number: Int, stations: Int) -> StationRow {
        // A prime that divides no number of stations in use visits each of them once per hour.
        StationRow(station: number % stations * 7_919 % stations, hour: number / stations)
    }

    /// The name of a station: 14 bytes.
    static func name(ofStation station: Int) -> String {
        let digits = String(station)
        return "station-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private var mixed: UInt64 {
        var value = UInt64(station) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(hour) &* 0xC2B2_AE3D_27D4_EB4F
        value ^= value >> 29
        return value &* 0xBF58_476D_1CE4_E5B9
    }

    var eventSecond: Int64 { Self.firstSecond + Int64(hour) * 3_600 }
    /// In tenths, as a thermometer gives it.
    var temperature: Double { Double(Int((mixed >> 20) % 600) - 200) / 10 }
    var humidity: Int64 { Int64((mixed >> 40) % 101) }
    var sky: Int { Int((mixed >> 50) % UInt64(Self.skies.count)) }
}
