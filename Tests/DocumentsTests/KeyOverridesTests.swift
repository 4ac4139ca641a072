import Documents
import Testing

@Suite("Keys of the user's own")
struct KeyOverridesTests {
    @Test("actions have lists of keys, one key, or none")
    func reads() throws {
        let text = "job.stop: [X, \"5\", 7]\nrefresh: \"y\"\nquit: []\n"
        let overrides = try KeyOverrides.read(text, file: "keys.yaml")
        #expect(overrides.entries["job.stop"]?.keys == ["X", "5", "7"])
        #expect(overrides.entries["refresh"]?.keys == ["y"])
        #expect(overrides.entries["quit"]?.keys == [])
        #expect(overrides.entries["quit"]?.line == 3)
        #expect(try KeyOverrides.read("", file: "keys.yaml").entries.isEmpty)
    }

    @Test(
        "what is no map of keys is refused at its line",
        arguments: ["- a", "a: {b: c}", "a: [[x]]", "a: [\"\"]", "a: "])
    func refused(text: String) {
        let error = #expect(throws: DocumentError.self) { try KeyOverrides.read("# keys\n" + text, file: "keys.yaml") }
        #expect(error?.line == 2)
    }

    @Test("an action twice is refused")
    func duplicate() {
        let error = #expect(throws: DocumentError.self) { try KeyOverrides.read("a: x\na: y", file: "keys.yaml") }
        #expect(error?.message == "the key stands twice")
    }
}
