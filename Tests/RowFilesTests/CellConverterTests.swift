import FeatureModel
import RowFiles
import Testing

@Suite("Cells as values")
struct CellConverterTests {
    private func fault(_ text: String, _ type: ValueType) -> String? {
        #expect(throws: CellFault.self) { try CellConverter.value(of: text, as: type) }?.description
    }

    private func isSame(_ text: String, _ value: FeatureValue) throws -> Bool {
        try CellConverter.value(of: text, as: value.type).isIdentical(to: value)
    }

    @Test("booleans are true, false, 1 and 0 in any case")
    func booleans() throws {
        for text in ["true", "TRUE", "True", "1"] { #expect(try isSame(text, .bool(true))) }
        for text in ["false", "False", "FALSE", "0"] { #expect(try isSame(text, .bool(false))) }
        #expect(fault("yes", .bool) == "expected BOOL (true, false, 1 or 0), got \"yes\"")
        #expect(fault("", .bool) != nil)
    }

    @Test("integers are taken in their whole range and not a step further")
    func integers() throws {
        #expect(try isSame("-2147483648", .int32(.min)))
        #expect(try isSame("9223372036854775807", .int64(.max)))
        #expect(try isSame("-9223372036854775808", .int64(.min)))
        #expect(try isSame("+7", .int64(7)))
        #expect(fault("2147483648", .int32) == "expected INT32 (-2147483648 to 2147483647), got \"2147483648\"")
        #expect(fault("9223372036854775808", .int64) != nil)
        for text in ["", "-", "1.0", "1e3", " 1", "0x1", "١", "1 "] { #expect(fault(text, .int64) != nil) }
        #expect(fault("abc", .int64) == "expected INT64, got \"abc\"")
    }

    @Test("floating-point numbers are the nearest ones")
    func floats() throws {
        for text in [
            "0.1", "-0.0", "0", "39.02", "1e22", "1e23", "123456789012345678", "2.2250738585072014e-308", "5e-324",
            "9007199254740993", "0.30000000000000004", "1.7976931348623157e308", "00012.500", "3.", ".5", "+1.5",
        ] {
            let digits = text.hasSuffix(".") ? text + "0" : text
            #expect(try isSame(text, .double(try #require(Double(digits)))))
            let float = try #require(Float(digits))
            if float.isFinite { #expect(try isSame(text, .float(float))) }
        }
        for text in ["1e999", "-1e400"] { #expect(fault(text, .double)?.hasPrefix("expected DOUBLE (up to ") == true) }
        #expect(fault("1e39", .float) == "expected FLOAT (up to 3.4028235e+38), got \"1e39\"")
        for text in ["", ".", "1e", "0x1p3", "1,5", "one", "--1", "1..2", "e5"] { #expect(fault(text, .double) != nil) }
    }

    @Test("random doubles read back from their text, bit by bit")
    func randomDoubles() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let number = Double(bitPattern: random.next())
            if number.isFinite { #expect(try isSame(number.description, .double(number))) }
            let price = Double(Int.random(in: -10_000_000...10_000_000, using: &random)) / 100
            #expect(try isSame(price.description, .double(price)))
        }
    }

    @Test("NaN and infinities are taken by name, for floating types only")
    func names() throws {
        #expect(try isSame("NaN", .double(.nan)))
        #expect(try isSame("nan", .float(.nan)))
        #expect(try isSame("Infinity", .double(.infinity)))
        #expect(try isSame("-inf", .float(-.infinity)))
        #expect(fault("NaN", .int64) != nil)
    }

    @Test("bytes are base64")
    func base64() throws {
        #expect(try isSame("", .bytes([])))
        #expect(try isSame("AP8=", .bytes([0, 0xff])))
        #expect(try isSame("AP8", .bytes([0, 0xff])))
        #expect(try isSame("-_-_", .bytes([0xfb, 0xff, 0xbf])))
        #expect(try isSame("AA==", .bytes([0])))
        for text in ["A", "A===", "AP8==", "A P8", "AP8=\n", "=", "===="] { #expect(fault(text, .bytes) != nil) }
    }

    @Test("lists are JSON arrays")
    func lists() throws {
        #expect(try isSame("[]", .int64List([])))
        #expect(try isSame(" [1, \"2\" ,-3] ", .int64List([1, 2, -3])))
        #expect(try isSame("[\"a\\n\",\"\",\"é\"]", .stringList(["a\n", "", "é"])))
        #expect(try isSame("[1.5,\"NaN\",-0.0]", .doubleList([1.5, .nan, -0.0])))
        #expect(try isSame("[1.5]", .floatList([1.5])))
        #expect(try isSame("[true,0,\"TRUE\"]", .boolList([true, false, true])))
        #expect(try isSame("[\"AA==\",\"\"]", .bytesList([[0], []])))
        #expect(try isSame("[7]", .int32List([7])))
        #expect(fault("[1,null]", .int64List) == "expected INT64 in the list, got null")
        #expect(fault("[1,\"x\"]", .int64List) == "expected INT64, got \"x\"")
        #expect(fault("[1", .int64List) == "expected INT64_LIST (a JSON array), got \"[1\"")
        for text in ["", "1", "{}", "[1] x", "[[1]]"] { #expect(fault(text, .int64List) != nil) }
    }

    @Test("messages show control characters escaped, and long text cut")
    func safeMessages() {
        #expect(fault("\u{1b}[31m", .int64) == "expected INT64, got \"\\u{1b}[31m\"")
        #expect(fault(String(repeating: "x", count: 1000), .int64)?.count ?? 999 < 120)
    }

    @Test("cells know their line, column and name when they are refused")
    func places() throws {
        let scratch = try ScratchDirectory()
        let csv = try RowReader(path: scratch.file("a.csv", holding: "id,n\n1,\"x\n\"\n2,3\n"))
        let batch = try csv.nextBatch(maxRows: 10)
        let fault = #expect(throws: RowFault.self) { try batch.value(row: 0, column: 1, as: .int32) }
        #expect(fault?.description(inFileAt: "a.csv") == "a.csv:2:2: n: expected INT32, got \"x\\u{a}\"")
        #expect(try batch.value(row: 1, column: 1, as: .int32) == .int32(3))
        let json = try RowReader(path: scratch.file("a.jsonl", holding: "{\"n\":1.5,\"s\":5}\n"))
        let objects = try json.nextBatch(maxRows: 10)
        let other = #expect(throws: RowFault.self) { try objects.value(row: 0, column: 0, as: .int32) }
        #expect(other?.description(inFileAt: "a.jsonl") == "a.jsonl:1: n: expected INT32, got the number 1.5")
        #expect(throws: RowFault.self) { try objects.value(row: 0, column: 1, as: .string) }
    }

    @Test("JSON numbers, strings, booleans and arrays become values of every type")
    func jsonValues() throws {
        let scratch = try ScratchDirectory()
        let line =
            #"{"a":9007199254740993,"b":"9007199254740993","c":true,"d":1,"e":"AA==","f":[1,2],"g":"x\ty","h":"NaN"}"#
        let batch = try RowReader(path: scratch.file("a.jsonl", holding: line)).nextBatch(maxRows: 1)
        #expect(try batch.value(row: 0, column: 0, as: .int64) == .int64(9_007_199_254_740_993))
        #expect(try batch.value(row: 0, column: 1, as: .int64) == .int64(9_007_199_254_740_993))
        #expect(try batch.value(row: 0, column: 2, as: .bool) == .bool(true))
        #expect(try batch.value(row: 0, column: 3, as: .bool) == .bool(true))
        #expect(try batch.value(row: 0, column: 4, as: .bytes) == .bytes([0]))
        #expect(try batch.value(row: 0, column: 5, as: .doubleList) == .doubleList([1, 2]))
        #expect(try batch.value(row: 0, column: 6, as: .string) == .string("x\ty"))
        #expect(try batch.value(row: 0, column: 7, as: .float)?.isIdentical(to: .float(.nan)) == true)
        #expect(throws: RowFault.self) { try batch.value(row: 0, column: 2, as: .int64) }
        #expect(throws: RowFault.self) { try batch.value(row: 0, column: 5, as: .string) }
    }
}
