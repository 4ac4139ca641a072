import FeatureModel
import Testing

@Suite("Names")
struct NameRuleTests {
    @Test("letters, digits, _ and - make a name", arguments: ["a", "A-1_z", "_", "-", "0"])
    func valid(name: String) {
        #expect(NameRule.isValid(name))
    }

    @Test("anything else does not", arguments: ["", " ", "a b", "a.b", "é", "a/b", "a:b", "*", "a\n", "a\u{0}"])
    func invalid(name: String) {
        #expect(!NameRule.isValid(name))
    }
}
