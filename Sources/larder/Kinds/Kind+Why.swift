import FeatureModel
import Operations

extension Kind where Thing == WhyAnswer {
    /// The reasons behind an online value (`online why`).
    static var why: Kind {
        Kind(
            name: "Why", nameField: "feature",
            fields: [
                .field("entities", .map(.anything)) { Kind<OnlineValue>.entities($0.entities) },
                .text("feature") { $0.feature.description },
                .field("steps", .list(.object(stepShape))) { .list($0.steps.map(step)) },
                .text("conclusion") { $0.conclusion },
            ])
    }

    private static var stepShape: [FieldShape] {
        let verdicts: [WhyStep.Verdict] = [.ok, .fail, .info, .notApplicable]
        return [
            FieldShape("step", .text), FieldShape("verdict", .choice(verdicts.map(\.rawValue))),
            FieldShape("fact", .text), FieldShape("target", .optional(.text)),
        ]
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
