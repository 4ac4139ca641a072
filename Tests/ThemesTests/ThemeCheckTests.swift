import Testing
import TextCanvas

@testable import Themes

@Suite("Checking themes")
struct ThemeCheckTests {
    @Test("every shipped theme passes", arguments: ShippedThemes.names)
    func shipped(_ name: String) throws {
        let check = ThemeCheck(try ShippedThemes.library.theme(named: name))
        #expect(check.findings.filter { $0.severity == .failure }.map(\.message) == [])
    }

    @Test("text that is too faint fails and says how much is missing")
    func faint() {
        var definition = ThemeDefinition.dusk
        definition.palette["mist"] = .rgb(red: 0x60, green: 0x60, blue: 0x60)
        let check = ThemeCheck(Theme(definition))
        #expect(!check.isPassing)
        #expect(
            check.findings.contains {
                $0.role == .muted && $0.message == "muted has a contrast of 2.6:1; it needs 4.5:1"
            })
    }

    @Test("states that look alike without green cones fail")
    func confusion() {
        var definition = ThemeDefinition.dusk
        definition.palette["moss"] = .rgb(red: 0xA0, green: 0xB0, blue: 0x70)
        definition.palette["coral"] = .rgb(red: 0xD0, green: 0xA0, blue: 0x70)
        let messages = ThemeCheck(Theme(definition)).findings.map(\.message)
        #expect(messages.contains("ok and error look alike with deuteranopia; make one lighter"))
    }

    @Test("colours that the terminal decides are notes, not failures")
    func terminalColors() throws {
        let check = ThemeCheck(try ShippedThemes.library.theme(named: "terminal"))
        #expect(check.isPassing)
        #expect(
            check.findings.contains {
                $0.role == .error && $0.message == "error depends on the colours of the terminal"
            })
    }

    @Test("a role that is left out is a note")
    func leftOut() {
        var definition = ThemeDefinition.dusk
        definition.roles[.ghost] = nil
        let check = ThemeCheck(Theme(definition))
        #expect(check.isPassing)
        #expect(check.findings.map(\.message) == ["ghost is not defined; it looks like text"])
    }
}
