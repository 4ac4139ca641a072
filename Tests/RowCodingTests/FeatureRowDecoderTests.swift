import FeastProtos
import FeatureModel
import RowCoding
import SwiftProtobuf
import Testing

@Suite("Reading feature rows")
struct FeatureRowDecoderTests {
    private let sample: [UInt8] = Hex.bytes("1207120512036f6e651a00")

    @Test("random rows read as Google's library writes them, and are written so that it reads them")
    func agreesWithSwiftProtobuf() throws {
        var random = RandomRows(seed: 51)
        var decoder = FeatureRowDecoder()
        for _ in 0..<2000 {
            let row = random.row()
            let theirs: [UInt8] = try Feast_Types_FeatureRow(row).serializedBytes()
            #expect(try decoder.decode(theirs) == row)
            let ours = FeatureRowEncoding.bytes(of: row)
            #expect(ours == theirs)
            #expect(try FeatureRow(Feast_Types_FeatureRow(serializedBytes: ours)) == row)
        }
    }

    @Test("NaN keeps its bits")
    func keepsNaN() throws {
        let odd = Double(bitPattern: 0x7ff8_0000_0000_0123)
        let row = FeatureRow(featureSet: "p/f", eventTimestamp: nil, fields: [Field(name: "x", value: .double(odd))])
        var decoder = FeatureRowDecoder()
        let read = try decoder.decode(FeatureRowEncoding.bytes(of: row))
        #expect(try #require(read.fields[0].value).isIdentical(to: .double(odd)))
    }

    @Test("every cut of a row is refused or a shorter row, and never a crash")
    func refusesCuts() throws {
        var random = RandomRows(seed: 7)
        var refused = 0
        for _ in 0..<20 {
            let bytes = FeatureRowEncoding.bytes(of: random.row())
            for length in 0..<bytes.count {
                let cut = Array(bytes[..<length])
                var decoder = FeatureRowDecoder()
                let ours = try? decoder.decode(cut)
                let theirs = (try? Feast_Types_FeatureRow(serializedBytes: cut)).map { FeatureRow($0) }
                #expect((ours == nil) == (theirs == nil))
                #expect(ours == theirs)
                refused += ours == nil ? 1 : 0
            }
        }
        #expect(refused > 0)
    }

    @Test("bytes that changed on the way are refused exactly where Google's library refuses them")
    func refusesDamage() throws {
        var random = RandomRows(seed: 99)
        for _ in 0..<3000 {
            var bytes = FeatureRowEncoding.bytes(of: random.row())
            guard !bytes.isEmpty else { continue }
            for _ in 0..<3 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            var decoder = FeatureRowDecoder()
            let ours = try? decoder.decode(bytes)
            let theirs = (try? Feast_Types_FeatureRow(serializedBytes: bytes)).map { FeatureRow($0) }
            #expect((ours == nil) == (theirs == nil))
            if let ours, let theirs {
                #expect(FeatureRowEncoding.bytes(of: ours) == FeatureRowEncoding.bytes(of: theirs))
            }
        }
    }

    @Test("unknown fields are skipped, groups included")
    func skipsUnknown() throws {
        // 15: varint, 15: fixed64, 15: group{1: varint}, 15: fixed32
        let unknown = Hex.bytes("7805 790102030405060708 7b0801 7c 7d01020304")
        var decoder = FeatureRowDecoder()
        let row = try decoder.decode(unknown + sample)
        #expect(row.fields == [Field(name: "", value: .string("one"))])
    }

    @Test("groups nested too deeply are refused")
    func refusesDeepGroups() {
        var decoder = FeatureRowDecoder()
        let deep = [UInt8](repeating: 0x7b, count: 100_000)
        #expect(throws: RowDecodingError.self) { try decoder.decode(deep) }
    }

    @Test("text that is not UTF-8 is refused and named")
    func refusesInvalidText() {
        var decoder = FeatureRowDecoder()
        let error = #expect(throws: RowDecodingError.self) { try decoder.decode(Hex.bytes("3202c328")) }
        #expect(error == .invalidText(field: "the feature set", offset: 2))
        #expect(error?.description == "the feature set at byte 2 is not UTF-8")
    }

    @Test("a length beyond the end, a long number and a tag without a number are refused")
    func refusesMalformed() {
        var decoder = FeatureRowDecoder()
        #expect(throws: RowDecodingError.truncated(offset: 3)) { try decoder.decode(Hex.bytes("12ff01")) }
        #expect(throws: RowDecodingError.overlongNumber(offset: 1)) {
            try decoder.decode(Hex.bytes("78ffffffffffffffffffff01"))
        }
        #expect(throws: RowDecodingError.invalidTag(offset: 0)) { try decoder.decode([0x02, 0x00]) }
        #expect(throws: RowDecodingError.invalidTag(offset: 0)) { try decoder.decode([0x7e]) }
        #expect(throws: RowDecodingError.invalidGroup(offset: 1)) { try decoder.decode([0x7c]) }
    }

    @Test("a null field without a value message and one with an empty message both read as null")
    func readsNulls() throws {
        var decoder = FeatureRowDecoder()
        let row = try decoder.decode(Hex.bytes("1203 0a0161 1205 0a0162 1200"))
        #expect(row.fields == [Field(name: "a", value: nil), Field(name: "b", value: nil)])
        #expect(row.eventTimestamp == nil)
    }

    @Test("a decoder that has seen other rows reads as a new one does")
    func rememberedTextsDoNotLeak() throws {
        var random = RandomRows(seed: 3)
        var used = FeatureRowDecoder()
        for _ in 0..<500 {
            let bytes = FeatureRowEncoding.bytes(of: random.row())
            var fresh = FeatureRowDecoder()
            #expect(try used.decode(bytes) == fresh.decode(bytes))
        }
    }
}
