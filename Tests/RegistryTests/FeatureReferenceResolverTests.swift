import FeatureModel
import Registry
import Testing

@Suite("Feature references")
struct FeatureReferenceResolverTests {
    private let resolver = FeatureReferenceResolver(
        featureSets: [
            RegistrySample.registered(archived: [Feature(name: "gone", type: .bool)]),
            RegistrySample.registered(
                RegistrySample.set("delays", features: [RegistrySample.wind, Feature(name: "delay", type: .int32)])),
            RegistrySample.registered(RegistrySample.set("weather", project: "ams", features: [RegistrySample.temp])),
        ], defaultProject: "nyc")

    private func full(_ texts: String...) throws -> [String] {
        try resolver.resolve(texts.compactMap { FeatureReference($0) }).map(\.fullReference.description)
    }

    private func failure(_ texts: String..., forExport: Bool = false) -> RegistryError? {
        let references = texts.compactMap { FeatureReference($0) }
        do throws(RegistryError) {
            _ = forExport ? try resolver.resolveForExport(references) : try resolver.resolve(references)
            return nil
        } catch {
            return error
        }
    }

    @Test("every form means the feature it says, in the order asked, wildcards in place")
    func forms() throws {
        #expect(
            try full("temp", "weather:wind", "ams/temp", "ams/weather:temp", "nyc/delay") == [
                "nyc/weather:temp", "nyc/weather:wind", "ams/weather:temp", "ams/weather:temp", "nyc/delays:delay",
            ])
        #expect(
            try full("delay", "weather:*", "ams/weather:*") == [
                "nyc/delays:delay", "nyc/weather:temp", "nyc/weather:wind", "ams/weather:temp",
            ])
        let columns = try resolver.resolve([FeatureReference(featureSet: "weather", feature: "*")]).map(\.columnName)
        #expect(columns == ["weather__temp", "weather__wind"])
    }

    @Test("unknown names are not found, and the nearest is offered")
    func unknown() {
        #expect(failure("tmep")?.hint == "did you mean temp?")
        #expect(failure("wether:temp")?.hint == "did you mean weather?")
        #expect(failure("weather:winds")?.hint == "did you mean wind?")
        #expect(failure("nyx/temp")?.hint == "did you mean nyc?")
        #expect(failure("weather:gone")?.message.contains("was removed") == true)
        for text in ["tmep", "wether:temp", "weather:winds", "nyx/temp", "weather:gone", "nyx/weather:*"] {
            #expect(failure(text)?.code == .notFound)
            #expect(failure(text)?.target == text)
        }
    }

    @Test("a feature of more than one set is ambiguous, and the candidates are named")
    func ambiguous() {
        let error = failure("wind")
        #expect(error?.code == .ambiguous)
        #expect(error?.hint == "write one of delays:wind, weather:wind")
        #expect(failure("*")?.code == .invalid)
    }

    @Test("two references that give one column are refused for an export, naming both; else they are fine")
    func columns() {
        #expect(failure("temp", "ams/temp") == nil)
        let error = failure("temp", "ams/temp", forExport: true)
        #expect(error?.code == .invalid)
        #expect(error?.message.contains("'temp' (nyc/weather:temp)") == true)
        #expect(error?.message.contains("'ams/temp' (ams/weather:temp)") == true)
        #expect(failure("weather:*", "weather:temp", forExport: true)?.message == "'weather:temp' is asked twice")
        #expect(failure("temp", "weather:temp", forExport: true) == nil)
    }
}
