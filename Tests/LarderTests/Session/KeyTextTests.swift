import Operations
import Testing

@testable import larder

@Suite("Keys as typed")
struct KeyTextTests {
    @Test("the first equals sign ends the entity's name")
    func parts() throws {
        let key = try KeyText.parse(["origin=EWR", "note=a=b", "empty="])
        #expect(key.map(\.name) == ["origin", "note", "empty"])
        #expect(key.map(\.text) == ["EWR", "a=b", ""])
    }

    @Test("a word without a name or a sign is refused and named", arguments: ["EWR", "=EWR", ""])
    func refused(_ word: String) {
        let error = #expect(throws: OperationError.self) { _ = try KeyText.parse([word]) }
        #expect(error?.code == .invalid)
        #expect(error?.target == word)
    }

    @Test("an entity given twice is refused")
    func twice() {
        let error = #expect(throws: OperationError.self) { _ = try KeyText.parse(["origin=EWR", "origin=JFK"]) }
        #expect(error?.code == .invalid)
        #expect(error?.target == "origin")
    }
}
