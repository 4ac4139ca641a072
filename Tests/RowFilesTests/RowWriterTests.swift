import FeatureModel
import RowFiles
import Testing

@Suite("Writing files of rows")
struct RowWriterTests {
    private let scratch: ScratchDirectory

    init() throws {
        scratch = try ScratchDirectory()
    }

    private func write(_ name: String, columns: [String], _ rows: [[RowCell]]) throws -> String {
        let path = scratch.file(name)
        let writer = try RowWriter(path: path, columns: columns, replacesExisting: false)
        for row in rows { try writer.append(row) }
        #expect(writer.rowCount == rows.count)
        try writer.finish()
        return path
    }

    @Test("CSV quotes only where it must, and tells null from empty text")
    func csv() throws {
        let path = try write(
            "a.csv", columns: ["a", "b,c", ""],
            [
                [.text("plain"), .text("x,\"y\"\n"), .null],
                [.text(""), .value(nil), .value(.string(""))],
                [.literal("5"), .time(Timestamp(seconds: 0)), .value(.bool(true))],
            ])
        #expect(
            try ScratchDirectory.text(ofFileAt: path)
                == "a,\"b,c\",\"\"\nplain,\"x,\"\"y\"\"\n\",\n\"\",,\"\"\n5,1970-01-01T00:00:00Z,true\n")
    }

    @Test("JSON Lines has one object per row, with 64-bit integers and NaN as every reader keeps them")
    func jsonLines() throws {
        let path = try write(
            "a.jsonl", columns: ["a", "\"b\""],
            [
                [.text("x\"\n\u{1}"), .null], [.literal("[1]"), .value(.int64(9_007_199_254_740_993))],
                [.value(.double(.nan)), .value(.bytes([0, 255]))],
                [.value(.int64List([1, .min])), .time(Timestamp(seconds: 1, nanoseconds: 5_000_000))],
            ])
        #expect(
            try ScratchDirectory.text(ofFileAt: path) == #"""
                {"a":"x\"\n\u0001","\"b\"":null}
                {"a":[1],"\"b\"":"9007199254740993"}
                {"a":"NaN","\"b\"":"AP8="}
                {"a":[1,"-9223372036854775808"],"\"b\"":"1970-01-01T00:00:01.005Z"}

                """#)
    }

    @Test("values of every type survive a file", arguments: ["a.csv", "a.jsonl", "a.csv.gz", "a.jsonl.gz"])
    func roundTrip(name: String) throws {
        let values: [FeatureValue] = [
            .bytes([1, 2, 250]), .string("é,\"\n 🦊"), .int32(-5), .int64(.max), .double(39.02), .float(0.1),
            .bool(false), .bytesList([[], [7]]), .stringList(["a,", "\"", ""]), .int32List([1, -1]),
            .int64List([.min, 0]), .doubleList([.infinity, -0.0, 1e-9]), .floatList([.nan]), .boolList([true, false]),
            .string("\u{feff}bom"), .double(1e300),
        ]
        let path = try write(
            name, columns: values.indices.map { "c\($0)" }, [values.map { .value($0) }, values.map { _ in .null }])
        let batch = try RowReader(path: path).nextBatch(maxRows: 10)
        for (index, value) in values.enumerated() {
            let read = try #require(try batch.value(row: 0, column: index, as: value.type))
            #expect(read.isIdentical(to: value))
            #expect(try batch.value(row: 1, column: index, as: value.type) == nil)
        }
    }

    @Test("cells pass from file to file unchanged", arguments: ["b.csv", "b.jsonl"])
    func passThrough(name: String) throws {
        let path = try scratch.file("a.csv", holding: "a,b,c\n007, x ,\n\"\",\"q\"\"\",1e5\n")
        let read = ReadRows(path)
        let copy = ReadRows(try write(name, columns: read.columns, read.rows))
        #expect(copy.rows == read.rows)
        #expect(copy.columns == read.columns)
    }

    @Test("there is no file until it is whole, and none when the writer is dropped")
    func unfinished() throws {
        do {
            let writer = try RowWriter(path: scratch.file("a.csv"), columns: ["a"], replacesExisting: false)
            try writer.append([.text("x")])
            #expect(try scratch.names.count == 1)
            #expect(try scratch.names.allSatisfy { $0.hasSuffix(".tmp") })
        }
        #expect(try scratch.names.isEmpty)
    }

    @Test("a file that is there is not replaced without leave, not even when it came late")
    func existing() throws {
        let path = try scratch.file("a.csv", holding: "mine")
        let error = #expect(throws: RowFileError.self) {
            try RowWriter(path: path, columns: ["a"], replacesExisting: false)
        }
        #expect(error?.reason == .outputExists)
        let late = try RowWriter(path: scratch.file("b.csv"), columns: ["a"], replacesExisting: false)
        _ = try scratch.file("b.csv", holding: "mine")
        #expect(throws: RowFileError(path: scratch.file("b.csv"), reason: .outputExists)) { try late.finish() }
        #expect(try ScratchDirectory.text(ofFileAt: scratch.file("b.csv")) == "mine")
        let allowed = try RowWriter(path: path, columns: ["a"], replacesExisting: true)
        try allowed.finish()
        #expect(try ScratchDirectory.text(ofFileAt: path) == "a\n")
    }

    @Test("a directory that is not there is named")
    func noDirectory() {
        let path = scratch.file("none/a.csv")
        let error = #expect(throws: RowFileError.self) {
            try RowWriter(path: path, columns: ["a"], replacesExisting: false)
        }
        #expect(error?.description == "\(path): cannot be written: No such file or directory")
    }
}
