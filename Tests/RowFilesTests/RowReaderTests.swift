import FeatureModel
import RowFiles
import Testing

@Suite("Reading files of rows")
struct RowReaderTests {
    private let scratch: ScratchDirectory

    init() throws {
        scratch = try ScratchDirectory()
    }

    @Test("a file is read the same in batches of any size", arguments: [1, 2, 7, 1000])
    func batches(size: Int) throws {
        let text = "a,b\n" + (0..<500).map { "\($0),\"x\n\($0)\"\n" }.joined()
        let result = ReadRows(try scratch.file("a.csv", holding: text), batchSize: size)
        #expect(result.rows == (0..<500).map { [.text("\($0)"), .text("x\n\($0)")] })
        #expect(result.lines == (0..<500).map { 2 + $0 * 2 })
    }

    @Test(
        "a file larger than the reader's buffer is read whole, with its line numbers", arguments: ["a.csv", "a.csv.gz"])
    func largeFiles(name: String) throws {
        let path = scratch.file(name)
        let writer = try RowWriter(path: path, columns: ["n", "text"], replacesExisting: false)
        let filler = String(repeating: "x", count: 90)
        for number in 0..<15_000 { try writer.append([.value(.int64(Int64(number))), .text(filler)]) }
        try writer.finish()
        let reader = try RowReader(path: path)
        var next = 0
        while true {
            let batch = try reader.nextBatch(maxRows: 5000)
            if batch.isEmpty { break }
            for row in 0..<batch.count {
                let number = try batch.value(row: row, column: 0, as: .int64)
                guard number == .int64(Int64(next)), batch.line(ofRow: row) == next + 2 else {
                    Issue.record("row \(next) is wrong")
                    return
                }
                next += 1
            }
        }
        #expect(next == 15_000)
        #expect(reader.bytesRead == reader.totalBytes)
    }

    @Test("a cell of several megabytes is read whole")
    func hugeCell() throws {
        let huge = String(repeating: "é\n", count: 400_000)
        let result = ReadRows(try scratch.file("a.csv", holding: "a,b\n1,\"\(huge)\"\n2,3\n"))
        #expect(result.rows.count == 2)
        #expect(result.rows.first?[1] == .text(huge))
        #expect(result.lines == [2, 400_003])
    }

    @Test("a row beyond the limit ends the reading at its line; the rows before it are there")
    func rowLimit() throws {
        let huge = String(repeating: "x", count: 3_000_000)
        let path = try scratch.file("a.csv", holding: "a\n1\n\(huge)\n2\n")
        let result = ReadRows(path, rowLimit: 1 << 20)
        #expect(result.rows == [[.text("1")]])
        #expect(result.failure == RowFileError(path: path, line: 3, reason: .rowTooLarge(limit: 1 << 20)))
    }

    @Test("bytes that are not UTF-8 end the reading at their line; the rows before it are there")
    func invalidText() throws {
        let bytes = Array("a,b\n1,2\n3,\"4\n5".utf8) + [0xc3, 0x28] + Array("\"\n6,7\n".utf8)
        let path = try scratch.file("a.csv", holding: bytes)
        let result = ReadRows(path)
        #expect(result.rows == [[.text("1"), .text("2")]])
        #expect(result.failure == RowFileError(path: path, line: 4, reason: .invalidText))
        #expect(
            result.failure?.description.hasSuffix(
                "a.csv:4: there are bytes that are not UTF-8; the rows before this line were read") == true)
    }

    @Test(
        "overlong, surrogate and out-of-range sequences are not UTF-8",
        arguments: [
            [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80],
            [0xff], [0x80], [0xe2, 0x82],
        ] as [[UInt8]])
    func invalidSequences(bytes: [UInt8]) throws {
        let path = try scratch.file(
            "a.jsonl", holding: Array("{\"a\":1}\n{\"a\":\"".utf8) + bytes + Array("\"}\n".utf8))
        let result = ReadRows(path)
        #expect(result.rows.count == 1)
        #expect(result.failure == RowFileError(path: path, line: 2, reason: .invalidText))
    }

    @Test("a missing file and a directory say so")
    func cannotOpen() throws {
        let missing = ReadRows(scratch.file("none.csv"))
        #expect(missing.failure?.reason == .cannotOpen("No such file or directory"))
        #expect(ReadRows(scratch.path, format: .csv).failure?.reason == .cannotOpen("Is a directory"))
        #expect(ReadRows(scratch.file("none.txt")).failure?.reason == .unknownFormat)
    }

    @Test("the name says the format, in any case and with .gz behind it")
    func formats() {
        #expect(RowFormat(path: "a/B.CSV.gz") == .csv)
        #expect(RowFormat(path: "x.ndjson") == .jsonl)
        #expect(RowFormat(path: "x.jsonl.GZ") == .jsonl)
        #expect(RowFormat(path: "x.gz") == nil)
    }

    @Test("a row's own text is kept for a dead letter, escapes and all")
    func rowText() throws {
        let reader = try RowReader(path: scratch.file("a.csv", holding: "a,b\n\"x\"\"y\",2\r\nz,3\n"))
        let batch = try reader.nextBatch(maxRows: 10)
        #expect(batch.text(ofRow: 0) == "\"x\"\"y\",2")
        #expect(batch.text(ofRow: 1) == "z,3")
    }
}
