import FeatureModel
import Testing

@testable import larder

@Suite("JSON text")
struct JSONTextTests {
    @Test("integers up to 2^53 are numbers, those beyond are strings")
    func integers() {
        #expect(JSONText.write(.integer(9_007_199_254_740_992)) == "9007199254740992")
        #expect(JSONText.write(.integer(9_007_199_254_740_993)) == "\"9007199254740993\"")
        #expect(JSONText.write(.integer(.min)) == "\"-9223372036854775808\"")
    }

    @Test("numbers that JSON does not have are written by name")
    func oddNumbers() {
        #expect(JSONText.write(.double(.nan)) == "\"NaN\"")
        #expect(JSONText.write(.double(.infinity)) == "\"Infinity\"")
        #expect(JSONText.write(.double(-.infinity)) == "\"-Infinity\"")
    }

    @Test("a float keeps its own shortest digits")
    func floats() {
        #expect(JSONText.write(OutputValue(.float(0.1))) == "0.1")
        #expect(JSONText.write(OutputValue(.double(0.1))) == "0.1")
    }

    @Test("control characters and what steers a terminal are escaped")
    func hostileText() {
        #expect(JSONText.write(.string("a\u{1b}[2J\u{9b}\u{202e}\n\"\\")) == #""a\u001b[2J\u009b\u202e\n\"\\""#)
    }

    @Test("bytes are base64")
    func bytes() {
        #expect(JSONText.write(OutputValue(.bytes([0, 255, 16, 1]))) == "\"AP8QAQ==\"")
        #expect(JSONText.write(OutputValue(.bytesList([[], [77]]))) == "[\"\",\"TQ==\"]")
    }

    @Test("several lines are indented by two blanks, and empty brackets stay closed")
    func pretty() {
        let value = OutputValue.object([
            OutputField("a", .list([.integer(1)])), OutputField("b", .list([])), OutputField("c", .null),
        ])
        #expect(JSONText.write(value, pretty: true) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": [],\n  \"c\": null\n}")
    }

    @Test("what is written is read back as the same document")
    func roundTrip() throws {
        let value = OutputValue.object([
            OutputField("text", .string("é🙂\u{7f}\t\u{2028}")), OutputField("flag", .bool(true)),
            OutputField("number", .double(1e-9)),
        ])
        let tree = try JSONTree(JSONText.write(value))
        #expect(tree["text"].text == "é🙂\u{7f}\t\u{2028}")
        #expect(tree["flag"] == .bool(true))
        #expect(tree["number"] == .double(1e-9))
    }
}
