import FeatureModel
import Testing

@Suite("Subscriptions")
struct SubscriptionTests {
    @Test(
        "a star stands for any run, everything else for itself",
        arguments: [
            ("*", "", true), ("*", "anything", true), ("a*", "a", true), ("a*", "ba", false), ("*a", "ba", true),
            ("*a", "ab", false), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("a_b", "axb", false),
            ("a.b", "axb", false), ("", "", true), ("", "a", false), ("a", "A", false), ("**", "x", true),
            ("*aab", "aaab", true), ("*é*", "café!", true),
        ])
    func patterns(pattern: String, text: String, isMatch: Bool) {
        #expect(Subscription.matches(pattern, text) == isMatch)
    }

    @Test("a pattern of many stars does not take for ever")
    func manyStars() {
        let pattern = String(repeating: "*a", count: 30) + "b"
        #expect(!Subscription.matches(pattern, String(repeating: "a", count: 5000)))
    }

    @Test("project and name both have to match")
    func both() {
        let subscription = Subscription(project: "a*", name: "x")
        #expect(subscription.matches(FeatureSetReference(project: "ab", name: "x")))
        #expect(!subscription.matches(FeatureSetReference(project: "ab", name: "y")))
        #expect(!subscription.matches(FeatureSetReference(project: "b", name: "x")))
    }

    @Test("text is Feast's canonical form")
    func text() {
        #expect(Subscription.everything.description == "*:*")
        #expect(Subscription(project: "a", name: "b", exclude: true).description == "a:b:exclude")
    }
}
