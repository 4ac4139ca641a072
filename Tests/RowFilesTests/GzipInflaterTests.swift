import FeatureModel
import RowFiles
import Testing

@Suite("Reading gzip archives")
struct GzipInflaterTests {
    private let scratch: ScratchDirectory

    init() throws {
        scratch = try ScratchDirectory()
    }

    private func archive(_ name: String, rows: Range<Int>, columns: [String] = ["a"]) throws -> [UInt8] {
        let path = scratch.file(name)
        let writer = try RowWriter(path: path, format: .csv, columns: columns, replacesExisting: true)
        for row in rows { try writer.append([.text("row \(row) \(row &* 2_654_435_761)")]) }
        try writer.finish()
        return try ScratchDirectory.bytes(ofFileAt: path)
    }

    @Test("an archive is recognised by its bytes, whatever its name is")
    func recognised() throws {
        let bytes = try archive("a.csv.gz", rows: 0..<3)
        #expect(bytes.prefix(2) == [0x1f, 0x8b])
        #expect(ReadRows(try scratch.file("b.csv", holding: bytes)).rows.count == 3)
    }

    @Test("members follow each other as one file, and zeros behind the last mean nothing")
    func members() throws {
        let first = try archive("a.csv.gz", rows: 0..<1000)
        let plain = try scratch.file("p.csv", holding: "a\nx\n")
        #expect(ReadRows(plain).rows.count == 1)
        let both = first + first + [UInt8](repeating: 0, count: 512)
        let result = ReadRows(try scratch.file("b.csv.gz", holding: both))
        #expect(result.rows.count == 2001)  // The second header is a row there.
        #expect(result.failure == nil)
    }

    @Test("an archive that is cut off anywhere says so, and the whole rows before the cut are there")
    func truncated() throws {
        let bytes = try archive("a.csv.gz", rows: 0..<2000)
        for length in stride(from: 20, to: bytes.count, by: 997) {
            let path = try scratch.file("cut.csv.gz", holding: Array(bytes[..<length]))
            let result = ReadRows(path)
            #expect(result.failure?.reason == .truncatedArchive)
            for (index, row) in result.rows.enumerated() {
                #expect(row == [.text("row \(index) \(index &* 2_654_435_761)")])
            }
        }
        let nearlyWhole = ReadRows(try scratch.file("cut.csv.gz", holding: Array(bytes.dropLast(4))))
        #expect(nearlyWhole.rows.count == 2000)
        #expect(nearlyWhole.failure?.line == 2002)
    }

    @Test("a damaged archive says so, and what was unpacked before is there")
    func damaged() throws {
        var bytes = try archive("a.csv.gz", rows: 0..<2000)
        bytes[bytes.count - 6] ^= 0xff
        let result = ReadRows(try scratch.file("b.csv.gz", holding: bytes))
        #expect(result.rows.count == 2000)
        #expect(result.failure?.reason == .damagedArchive("incorrect data check"))
    }

    @Test("something that follows an archive is no archive")
    func trailingText() throws {
        let bytes = try archive("a.csv.gz", rows: 0..<3)
        let result = ReadRows(try scratch.file("b.csv.gz", holding: bytes + Array("hello".utf8)))
        #expect(result.rows.count == 3)
        guard case .damagedArchive = result.failure?.reason else {
            Issue.record("expected a damaged archive, got \(String(describing: result.failure))")
            return
        }
    }

    @Test("an archive of nothing is an empty file")
    func emptyArchive() throws {
        let path = scratch.file("e.jsonl.gz")
        try RowWriter(path: path, columns: [], replacesExisting: false).finish()
        let result = ReadRows(path)
        #expect(result.rows.isEmpty && result.failure == nil)
    }

    @Test("text that unpacks to much more than its archive is read whole")
    func dense() throws {
        let path = scratch.file("d.csv.gz")
        let writer = try RowWriter(path: path, columns: ["a"], replacesExisting: false)
        let zeros = String(repeating: "0", count: 1000)
        for _ in 0..<2500 { try writer.append([.text(zeros)]) }
        try writer.finish()
        let result = ReadRows(path)
        #expect(result.rows.count == 2500)
        #expect(result.rows.allSatisfy { $0 == [.text(zeros)] })
        #expect(result.failure == nil)
    }
}
