import FeatureModel
import Operations

extension World {
    /// Explains one online value: link by link, up to the first that fails.
    func why(_ query: OnlineQuery, _ now: Timestamp) throws(OperationError) -> WhyAnswer {
        guard let key = query.keys.first, let asked = query.features.first else {
            throw OperationError(.invalid, "why needs one key and one feature")
        }
        let feature = try expanded([asked])[0]
        let found = try value(feature, key, query.store, query.at ?? scenario.asOf ?? now)
        let reference = FeatureSetReference(
            project: feature.project ?? "", name: feature.featureSet ?? "")
        let set = try setSummary(reference, now)
        var steps = [
            setStep(set), keyStep(set),
            WhyStep(
                step: "store", verdict: .ok, fact: "store \(found.store) subscribes to \(reference)",
                target: .store(found.store)),
        ]
        guard set.record.status == .ready else {
            return WhyAnswer(
                entities: found.entities, feature: feature, steps: [steps[0]],
                conclusion: "no row was ever stored: the feature set waits for its job", value: found)
        }
        let job = jobs.map(\.job).first { $0.store == found.store && $0.featureSets.contains(reference) }
        steps.append(jobStep(job, found.store, now))
        if let job, job.status != .running, found.state != .present {
            steps.append(letterStep(job.id, now))
            let reason = found.state == .tooOld ? "the value is not renewed" : "the value was probably never written"
            return WhyAnswer(
                entities: found.entities, feature: feature, steps: steps,
                conclusion: "\(reason): open the job with enter", value: found)
        }
        steps += valueSteps(found)
        return WhyAnswer(
            entities: found.entities, feature: feature, steps: steps, conclusion: conclusion(found), value: found)
    }

    private func setStep(_ set: FeatureSetSummary) -> WhyStep {
        let definition = set.record.definition
        let age = definition.maxAgeSeconds.map { "max_age \(AgeText.describe(seconds: $0))" } ?? "no max_age"
        let isReady = set.record.status == .ready
        return WhyStep(
            step: "feature set", verdict: isReady ? .ok : .fail,
            fact: "feature set \(definition.reference) exists, \(set.record.status.rawValue.uppercased()), \(age)",
            target: .featureSet(definition.reference))
    }

    private func keyStep(_ set: FeatureSetSummary) -> WhyStep {
        let parts = set.record.definition.entities.map { "\($0.name) \($0.type.name)" }.joined(separator: ", ")
        return WhyStep(step: "key", verdict: .ok, fact: "key has \(parts)")
    }

    private func jobStep(_ job: Job?, _ store: StoreName, _ now: Timestamp) -> WhyStep {
        guard let job else { return WhyStep(step: "job", verdict: .fail, fact: "no job feeds \(store)") }
        let lag = job.lagSeconds.map { "; oldest waiting row \(AgeText.describe(seconds: $0)) old" } ?? ""
        guard job.status == .running else {
            return WhyStep(
                step: "job", verdict: .fail, fact: "job \(job.id) feeds this store but is \(job.status.rawValue)\(lag)",
                target: .job(job.id))
        }
        return WhyStep(
            step: "job", verdict: .ok, fact: "job \(job.id) feeds this store and is RUNNING", target: .job(job.id))
    }

    private func letterStep(_ id: JobID, _ now: Timestamp) -> WhyStep {
        let query = DeadLetterQuery(job: id)
        let count = letters.count24h(query, at: now)
        return WhyStep(
            step: "dead letters", verdict: .info,
            fact: "\(count) dead letters from that job in 24h, none carries this key", target: .deadLetters(query))
    }

    private func valueSteps(_ found: OnlineValue) -> [WhyStep] {
        let age = found.ageSeconds.map { AgeText.describe(seconds: $0) }
        switch found.state {
        case .noKey:
            return [WhyStep(step: "value", verdict: .fail, fact: "this key was never written to \(found.store)")]
        case .tooOld:
            let limit = AgeText.describe(seconds: found.maxAgeSeconds ?? 0)
            return [
                WhyStep(
                    step: "freshness", verdict: .fail,
                    fact: "the newest row is \(age ?? "?") old, older than max_age \(limit)")
            ]
        case .unknown:
            return [WhyStep(step: "freshness", verdict: .notApplicable, fact: "the row carries no event time")]
        case .null, .present:
            let isNull = found.state == .null
            return [
                WhyStep(step: "freshness", verdict: .ok, fact: "the newest row is \(age ?? "?") old"),
                WhyStep(
                    step: "value", verdict: isNull ? .info : .ok,
                    fact: isNull ? "the producer wrote null" : "a value is there and is served"),
            ]
        }
    }

    private func conclusion(_ found: OnlineValue) -> String {
        switch found.state {
        case .present: "clients get this value"
        case .null: "clients get null, because null was written"
        case .noKey: "clients get null, because nothing was ever written for this key"
        case .tooOld: "clients get null, because the value is older than its limit"
        case .unknown: "nobody can tell whether clients get it"
        }
    }
}
