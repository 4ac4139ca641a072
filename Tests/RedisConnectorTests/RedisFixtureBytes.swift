import FaultKit
import FeatureModel
import RowCoding

/// Bytes that are put into a server behind the connector's back.
enum RedisFixtureBytes {
    static func key(place: Int64) -> [UInt8] {
        RedisKeyEncoder(featureSet: RedisFixture.places).bytes(of: EntityKey([.int64(place)]))
    }

    /// A whole row with 5 visits, as Feast stored it before 0.4.7.
    static func legacyRow(seconds: Int64, nanoseconds: Int32) -> [UInt8] {
        FeatureRowEncoding.bytes(
            of: FeatureRow(
                featureSet: "default/places", eventTimestamp: Timestamp(seconds: seconds, nanoseconds: nanoseconds),
                fields: [
                    Field(name: "place", value: .int64(1)), Field(name: "visits", value: .int64(5)),
                    Field(name: "label", value: .string(String(repeating: "long", count: 100))),
                ], ingestionID: "an ingestion"))
    }
}

extension RedisServer {
    /// Stores a value under a key; both may hold any bytes.
    func set(_ key: [UInt8], _ value: [UInt8]) throws {
        let text = "\"" + (key.hex + ":" + value.hex) + "\""
        let script = """
            local function bytes(hex) return (hex:gsub('..', function(d) return string.char(tonumber(d, 16)) end)) end
            local key, value = ARGV[1]:match('(%x*):(%x*)')
            return redis.call('SET', bytes(key), bytes(value))
            """
        try cli(["EVAL", script, "0", text])
    }
}
