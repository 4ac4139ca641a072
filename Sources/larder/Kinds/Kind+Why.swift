import FeatureModel
import Operations

extension Kind where Thing == WhyAnswer {
    /// The reasons behind an online value (`online why`).
    static var why: Kind {
        Kind(
            name: "Why", nameField: "feature", columns: [],
            fields: { answer in
                [
                    OutputField("entities", Kind<OnlineValue>.entities(answer.entities)),
                    OutputField("feature", .string(answer.feature.description)),
                    OutputField("steps", .list(answer.steps.map(step))),
                    OutputField("conclusion", .string(answer.conclusion)),
                ]
            })
    }

    private static func step(_ step: WhyStep) -> OutputValue {
        .object([
            OutputField("step", .string(step.step)), OutputField("verdict", .string(step.verdict.rawValue)),
            OutputField("fact", .string(step.fact)), OutputField("target", .optional(step.target.map(target))),
        ])
    }

    private static func target(_ target: WhyStep.Target) -> String {
        switch target {
        case .featureSet(let reference): "feature-set/\(reference)"
        case .store(let name): "store/\(name)"
        case .job(let id): "job/\(id)"
        case .deadLetters(let query): "dead-letters" + (query.featureSet.map { "/\($0)" } ?? "")
        }
    }
}
