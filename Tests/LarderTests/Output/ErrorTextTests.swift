import Operations
import Testing

@testable import larder

@Suite("Error text")
struct ErrorTextTests {
    @Test("scripts get code, message, target and hint")
    func object() throws {
        let error = OperationError(.notFound, "there is no job j", target: "j", hint: "larder jobs list")
        let tree = try JSONTree(JSONText.write(ErrorText.object(error)))["error"]
        #expect(tree.fields == ["code", "hint", "message", "target"])
        #expect(tree["code"].text == "not found")
        #expect(tree["target"].text == "j")
        #expect(tree["hint"].text == "larder jobs list")
    }

    @Test("what is not known is null")
    func unknown() throws {
        let tree = try JSONTree(JSONText.write(ErrorText.object(OperationError(.failed, "x"))))["error"]
        #expect(tree.fields == ["code", "hint", "message", "target"])
        #expect(tree["hint"] == .null)
    }

    @Test("people get one line in which nothing steers the terminal")
    func line() {
        let line = ErrorText.line(OperationError(.failed, "bad \u{1b}[31m name\n", hint: "look"))
        #expect(!line.contains("\u{1b}"))
        #expect(!line.contains("\n"))
        #expect(line.hasSuffix("; look"))
    }
}
