import Testing

@testable import larder

@Suite("YAML text")
struct YAMLTextTests {
    @Test(
        "text that another type could claim is quoted", arguments: ["true", "No", "null", "12", "", "-", "a: b", "~"])
    func quoted(_ text: String) {
        #expect(YAMLText.write(.string(text)) == "\"\(text)\"\n")
    }

    @Test("plain words stay plain")
    func plain() {
        #expect(YAMLText.write(.string("nyc/weather")) == "nyc/weather\n")
    }

    @Test("structure is written in blocks, empty structure in brackets")
    func blocks() {
        let value = OutputValue.object([
            OutputField("name", .string("online")),
            OutputField("sets", .list([.object([OutputField("a", .integer(1)), OutputField("b", .list([]))])])),
            OutputField("labels", .object([])),
        ])
        #expect(
            YAMLText.write(value) == """
                name: online
                sets:
                  -
                    a: 1
                    b: []
                labels: {}

                """)
    }

    @Test("numbers that JSON does not have are written as YAML has them")
    func oddNumbers() {
        #expect(YAMLText.write(.list([.double(.nan), .double(-.infinity)])) == "- .nan\n- -.inf\n")
    }

    @Test("control characters are escaped")
    func hostileText() {
        #expect(YAMLText.write(.string("\u{1b}[2J")) == "\"\\u001b[2J\"\n")
    }
}
