import Testing
import TextCanvas

@testable import ConsoleKit

@Suite("The key table")
struct KeymapTests {
    private let catalog = ScreenCatalog([
        CatalogEntry(
            "jobs", summary: "jobs",
            keymap: Keymap([KeyBinding(.jobStop, [.character("X")], label: "stop", changesServer: true)])
        ) { _ throws(Problem) in throw Problem("not opened here") }
    ])

    @Test("the standard keys do not clash, and every action has one")
    func standard() {
        #expect(catalog.keyProblems().isEmpty, "\(catalog.keyProblems())")
    }

    @Test("no lower-case letter, digit, Ctrl or function key changes the server")
    func harmless() {
        for row in catalog.keymap.bindings where row.changesServer {
            for key in row.keys {
                guard case .character(let character) = key else {
                    Issue.record("\(row.action.rawValue) is on \(key.name)")
                    continue
                }
                #expect(!character.isLowercase && !character.isNumber)
            }
        }
    }

    @Test("the operator's keys replace the standard ones; clashes and unknown names are told")
    func overrides() {
        let read = KeyOverrides(
            ["job.stop": ["q"], "job.stpo": ["x"], "filter": ["hyper-f"], "sort": []], for: catalog.keymap)
        #expect(read.keys["job.stop"] == [.character("q")])
        #expect(
            read.problems == [
                .unknownKey("hyper-f", action: "filter"), .unknownAction("job.stpo", nearest: ["job.stop"]),
            ])
        let problems = catalog.keyProblems(read.keys)
        #expect(problems.contains(.clash(.character("q"), .jobStop, .back)))
        #expect(problems.contains(.unreachable(.sort)))
        #expect(problems.first?.description.contains("key q is bound to both job.stop and back") == true)
    }
}
