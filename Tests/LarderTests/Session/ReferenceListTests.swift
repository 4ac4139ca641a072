import FeatureModel
import Operations
import Testing

@testable import larder

@Suite("Feature references as typed")
struct ReferenceListTests {
    @Test("commas separate, the option repeats, and the order stays")
    func order() throws {
        let references = try ReferenceList.parse(["nyc/weather:temp,humid", "weather:*"])
        #expect(
            references == [
                FeatureReference(project: "nyc", featureSet: "weather", feature: "temp"),
                FeatureReference(feature: "humid"), FeatureReference(featureSet: "weather", feature: "*"),
            ])
    }

    @Test("what is no reference is refused", arguments: ["", "a,,b", "a/b/c:d", "weather:", "/x", "a:b:c"])
    func refused(_ text: String) {
        let error = #expect(throws: OperationError.self) { _ = try ReferenceList.parse([text]) }
        #expect(error?.code == .invalid)
        #expect(error?.hint?.contains("nyc/weather:temp") == true)
    }
}
