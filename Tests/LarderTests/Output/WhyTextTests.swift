import FeatureModel
import Operations
import Testing

@testable import larder

@Suite("Why text")
struct WhyTextTests {
    @Test("steps are numbered, failures stand out, and the conclusion ends it")
    func steps() {
        let answer = WhyAnswer(
            entities: [], feature: FeatureReference(project: "nyc", featureSet: "weather", feature: "temp"),
            steps: [
                WhyStep(step: "set", verdict: .ok, fact: "the set is known"),
                WhyStep(step: "value", verdict: .fail, fact: "no \u{1b}key"),
            ], conclusion: "the key was never written", value: nil)
        let lines = WhyText.write(answer).split(separator: "\n").map(String.init)
        #expect(lines[0] == "nyc/weather:temp")
        #expect(lines[1].contains("1 ok") && lines[1].contains("the set is known"))
        #expect(lines[2].contains("2 FAIL") && !lines[2].contains("\u{1b}"))
        #expect(lines[3].contains("the key was never written"))
    }
}
