import FeatureModel
import Testing

@Suite("Feature references")
struct FeatureReferenceTests {
    @Test(
        "the parts that are there are read, and written back as they were",
        arguments: ["f", "s:f", "p/f", "p/s:f", "p/s:*"])
    func roundTrip(text: String) throws {
        #expect(try #require(FeatureReference(text)).description == text)
    }

    @Test("parts are told apart by their separators")
    func parts() throws {
        let reference = try #require(FeatureReference("nyc/weather:temp"))
        #expect(reference == FeatureReference(project: "nyc", featureSet: "weather", feature: "temp"))
        #expect(!reference.isWildcard)
        #expect(try #require(FeatureReference("weather:*")).isWildcard)
        #expect(FeatureReference("p/f") == FeatureReference(project: "p", feature: "f"))
    }

    @Test(
        "empty parts and doubled separators are refused",
        arguments: ["", "/", ":", "p/", "/f", "s:", ":f", "p//f", "a/b/c", "a:b:c", "p/:f", "p/s:"])
    func refuses(text: String) {
        #expect(FeatureReference(text) == nil)
    }

    @Test("a column is named by the set only where the reference named it")
    func columns() throws {
        #expect(try #require(FeatureReference("p/f")).columnName == "f")
        #expect(try #require(FeatureReference("p/s:f")).columnName == "s__f")
    }
}
