import FeatureModel
import Testing

@Suite("Feature-set references")
struct FeatureSetReferenceTests {
    @Test("Feast's forms are read, old versions cut off", arguments: ["p/s", "p/s:1", "p/s:", "p/s:1:2"])
    func withProject(text: String) {
        #expect(FeatureSetReference(text, defaultProject: "d") == FeatureSetReference(project: "p", name: "s"))
    }

    @Test("a bare name belongs to the default project", arguments: ["s", "s:3"])
    func bareName(text: String) {
        #expect(FeatureSetReference(text, defaultProject: "d") == FeatureSetReference(project: "d", name: "s"))
    }

    @Test("empty parts and more than one slash are refused", arguments: ["", ":1", "/", "p/", "/s", "a/b/c", "p/:1"])
    func refuses(text: String) {
        #expect(FeatureSetReference(text, defaultProject: "d") == nil)
    }

    @Test("references order by project, then name")
    func orders() {
        let references = ["b/a", "a/z", "a/b"].compactMap { FeatureSetReference($0, defaultProject: "d") }
        #expect(references.sorted().map(\.description) == ["a/b", "a/z", "b/a"])
    }
}
