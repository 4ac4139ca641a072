import FeatureModel

/// Makes the feature sets of the plan: definitions, dates, states.
struct FeatureSetWriter {
    let seed: UInt64
    let start: Timestamp

    /// All of them, sorted by name.
    func records() -> [RegisteredFeatureSet] {
        SetPlan.all.flatMap { plan in plan.names.map { record($0, plan) } }
            .sorted { $0.definition.reference < $1.definition.reference }
    }

    /// The source of a topic.
    static func source(topic: String) -> SourceDefinition {
        SourceDefinition(
            type: "KAFKA", config: ["bootstrap_servers": "kafka-1:9092,kafka-2:9092,kafka-3:9092", "topic": topic])
    }

    private func record(_ name: String, _ plan: SetPlan) -> RegisteredFeatureSet {
        let reference = FeatureSetReference(project: ProjectName(plan.project), name: name)
        var random = SeededRandom(seed: seed, for: reference.description)
        let definition = FeatureSet(
            reference: reference, entities: plan.entities, features: features(of: name, &random),
            maxAgeSeconds: plan.maxAgeHours.map { $0 * 3600 }, source: Self.source(topic: plan.topic),
            labels: labels(plan, &random))
        let isBeta = plan.topic == "risk-beta"
        let created = isBeta ? 1080 : Int64(20 + random.below(300)) * 86_400 + Int64(random.below(86_400))
        let updated = isBeta ? 1080 : Int64(random.below(Int(min(created, 20 * 86_400)))) + 60
        let status: FeatureSetStatus =
            switch name {
            case "beta_signals", "very_long_name_of_experimental_velocity_signals": .pending
            case "beta_graph_score": .jobStarting
            default: .ready
            }
        return RegisteredFeatureSet(
            definition: definition, status: status, createdAt: start.advanced(by: .seconds(-created)),
            updatedAt: start.advanced(by: .seconds(-updated)),
            archivedFeatures: name == "customer" ? [Feature(name: "loyalty_tier", type: .int32)] : [])
    }

    private func labels(_ plan: SetPlan, _ random: inout SeededRandom) -> [String: String] {
        let teams = ["risk-core", "payments", "fraud-ml", "growth", "分析チーム", "équipe données"]
        return [
            "owner": random.pick(teams), "tier": random.pick(["gold", "silver", "bronze"]), "domain": plan.project,
        ]
    }

    /// The features of the sets that stories are told of; the others get some from the pool.
    private func features(of name: String, _ random: inout SeededRandom) -> [Feature] {
        if let known = Self.known[name] { return known }
        let count = 3 + random.below(8)
        var names: Set<String> = []
        return (0..<count).compactMap { _ in
            let (stem, type) = random.pick(Self.pool)
            let window = random.pick(["1h", "24h", "7d", "30d"])
            let name = "\(stem)_\(window)"
            guard names.insert(name).inserted else { return nil }
            return Feature(name: name, type: type)
        }
    }

    private static let pool: [(String, ValueType)] = [
        ("count", .int64), ("sum", .double), ("mean", .double), ("max", .double), ("distinct", .int32),
        ("last_seen", .string), ("ratio", .float), ("flag", .bool), ("codes", .stringList), ("histogram", .int64List),
        ("embedding", .floatList), ("digest", .bytes),
    ]

    private static let known: [String: [Feature]] = [
        "card_txn": [
            Feature(
                name: "count_7d", type: .int64, labels: ["unit": "transactions"],
                constraints: ["presence": .map(["minFraction": .double(0.95), "minCount": .integer(1)])]),
            Feature(name: "sum_7d", type: .double, labels: ["unit": "EUR"]),
            Feature(
                name: "last_mcc", type: .string,
                constraints: ["stringDomain": .map(["name": .string("mcc"), "value": .list([.string("5411")])])]),
            Feature(
                name: "mcc_counts", type: .int64List,
                constraints: ["shape": .map(["dim": .list([.map(["size": .integer(24)])])])]),
            Feature(name: "is_foreign", type: .bool, labels: ["説明": "海外取引"]),
        ],
        "device_login": [
            Feature(name: "devices_30d", type: .int64), Feature(name: "geo", type: .string),
            Feature(name: "last_agent", type: .string), Feature(name: "risk_vector", type: .floatList),
        ],
        "merchant_daily": [
            Feature(name: "chargebk", type: .double), Feature(name: "merchants_1d", type: .int32),
            Feature(name: "top_merchants", type: .stringList),
        ],
        "beta_signals": [Feature(name: "score_v3", type: .float), Feature(name: "score_v4", type: .float)],
        "customer": [
            Feature(name: "segment", type: .stringList), Feature(name: "name_hint", type: .string),
            Feature(name: "since_days", type: .int32),
            Feature(name: "avatar_hash", type: .bytes),
        ],
        "customer_kyc": [
            Feature(name: "risk_note", type: .string), Feature(name: "verified", type: .bool),
        ],
        "graph_hops": [
            Feature(name: "hops_to_fraud", type: .int32), Feature(name: "paths", type: .int64),
            Feature(name: "nearest", type: .string),
        ],
    ]
}
