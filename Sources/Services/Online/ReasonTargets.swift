import FeatureModel
import Operations
import Retrieval

/// What the links of a chain of reasons open.
struct ReasonTargets: Sendable {
    let featureSet: FeatureSetReference?
    let store: StoreName?
    let job: JobID?

    func target(of step: Reason.Step) -> WhyStep.Target? {
        switch step {
        case .featureSet, .key: featureSet.map(WhyStep.Target.featureSet)
        case .store, .value, .freshness, .history: store.map(WhyStep.Target.store)
        case .job: job.map(WhyStep.Target.job)
        case .deadLetters: featureSet.map { .deadLetters(DeadLetterQuery(featureSet: $0)) }
        }
    }
}

extension WhyStep {
    init(_ reason: Reason, _ targets: ReasonTargets) {
        let verdict: Verdict =
            switch reason.verdict {
            case .ok: .ok
            case .fail: .fail
            case .info: .info
            case .notApplicable: .notApplicable
            }
        self.init(
            step: reason.step.rawValue, verdict: verdict, fact: reason.fact,
            target: targets.target(of: reason.step))
    }
}
