import FeatureModel

/// What is planned for one feature set; its features and dates follow from it and the seed.
struct SetPlan {
    let project: String
    let topic: String
    let entities: [Entity]
    let maxAgeHours: Int64?
    let names: [String]
}

extension SetPlan {
    private static let customer = [Entity(name: "customer_id", type: .int64)]
    private static let merchant = [Entity(name: "merchant_id", type: .string)]
    private static let card = [Entity(name: "card_id", type: .string)]
    private static let session = [
        Entity(name: "customer_id", type: .int64), Entity(name: "session_id", type: .string),
    ]

    /// The 58 feature sets of four projects, by the topic that their rows come from.
    static let all: [SetPlan] = risk + fraud + core + ads

    private static let risk = [
        SetPlan(
            project: "risk", topic: "risk-card", entities: customer, maxAgeHours: 24,
            names: ["card_txn", "card_auth", "card_limits"]),
        SetPlan(
            project: "risk", topic: "risk-merchant", entities: customer, maxAgeHours: 48,
            names: ["merchant_daily", "merchant_risk", "merchant_geo", "terminal_use"]),
        SetPlan(
            project: "risk", topic: "risk-device", entities: customer, maxAgeHours: 2,
            names: ["device_login", "device_geo", "device_trust", "device_emulator"]),
        SetPlan(
            project: "risk", topic: "risk-session", entities: session, maxAgeHours: 6,
            names: ["session_len", "session_path", "login_streak", "password_reset"]),
        SetPlan(
            project: "risk", topic: "risk-beta", entities: customer, maxAgeHours: nil,
            names: ["beta_signals", "beta_graph_score", "very_long_name_of_experimental_velocity_signals"]),
    ]

    private static let fraud = [
        SetPlan(
            project: "fraud", topic: "fraud-graph", entities: customer, maxAgeHours: 24,
            names: ["graph_hops", "graph_degree", "graph_clusters", "shared_iban", "shared_phone"]),
        SetPlan(
            project: "fraud", topic: "fraud-ip", entities: [Entity(name: "ip_address", type: .string)], maxAgeHours: 1,
            names: ["ip_velocity", "ip_reputation", "ip_asn", "tor_exits", "proxy_score"]),
        SetPlan(
            project: "fraud", topic: "fraud-chargeback", entities: card, maxAgeHours: 720,
            names: ["chargeback_30d", "dispute_rate", "refund_chain", "mule_score"]),
    ]

    private static let core = [
        SetPlan(
            project: "core", topic: "core-customer", entities: customer, maxAgeHours: 240,
            names: ["customer", "customer_kyc", "customer_ltv", "customer_devices", "customer_consents"]),
        SetPlan(
            project: "core", topic: "core-address", entities: customer, maxAgeHours: nil,
            names: ["address_hist", "address_match", "postcode_stats", "household"]),
        SetPlan(
            project: "core", topic: "core-account", entities: [Entity(name: "account_id", type: .int64)],
            maxAgeHours: 168,
            names: ["account_age", "account_balance", "account_limits", "product_holdings", "branch_visits"]),
    ]

    private static let ads = [
        SetPlan(
            project: "ads", topic: "ads-click",
            entities: [Entity(name: "campaign_id", type: .int32), Entity(name: "site", type: .string)],
            maxAgeHours: 12,
            names: ["click_ctr", "click_spam", "click_depth", "campaign_reach", "creative_wear"]),
        SetPlan(
            project: "ads", topic: "ads-view", entities: merchant, maxAgeHours: 12,
            names: ["view_time", "view_scroll", "viewability", "page_context"]),
        SetPlan(
            project: "ads", topic: "ads-ctr", entities: [Entity(name: "campaign_id", type: .int32)], maxAgeHours: nil,
            names: ["legacy_ctr", "ctr_by_hour", "ctr_by_geo"]),
    ]
}
