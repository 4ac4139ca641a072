import Ingestion
import Testing

@Suite("Distribution")
struct DistributionTests {
    private func distribution(_ values: some Sequence<Double>, capacity: Int = 10_000) -> Distribution {
        var distribution = Distribution(capacity: capacity)
        for value in values { distribution.add(value) }
        return distribution
    }

    @Test("of nothing, there is nothing to say")
    func empty() {
        let nothing = Distribution()
        #expect(nothing.count == 0)
        #expect(nothing.minimum == nil && nothing.maximum == nil && nothing.mean == nil)
        #expect(nothing.percentile(50) == nil && nothing.percentiles([50, 90]).isEmpty)
    }

    @Test(
        "percentiles stand at p(N+1)/100, with the ends for what lies outside",
        arguments: [
            (0.0, 1.0), (5, 1), (25, 2.75), (50, 5.5), (90, 9.9), (95, 10), (99, 10), (100, 10),
        ])
    func tenNumbers(percent: Double, expected: Double) throws {
        let found = try #require(distribution((1...10).reversed().map(Double.init)).percentile(percent))
        #expect(abs(found - expected) < 1e-12)
    }

    @Test("the sample that commons-math is tested with gives commons-math's percentiles")
    func commonsMath() throws {
        let sample = [
            12.5, 12.0, 11.8, 14.2, 14.9, 14.5, 21.0, 8.2, 10.3, 11.3, 14.1, 9.9, 12.2, 12.0, 12.1, 11.0, 19.8, 11.0,
            10.0, 8.8, 9.0, 12.3,
        ]
        let distribution = distribution(sample)
        for (found, expected) in zip(distribution.percentiles([5, 50, 95]), [8.29, 12.0, 20.82]) {
            #expect(abs(found - expected) < 1e-12)
        }
        #expect(abs(try #require(distribution.mean) - 12.404545454545455) < 1e-12)
        #expect(distribution.minimum == 8.2 && distribution.maximum == 21)
    }

    @Test("one value is every percentile")
    func single() {
        #expect(distribution([-3]).percentiles([0, 25, 50, 99]) == [-3, -3, -3, -3])
    }

    @Test("what is not finite is passed over")
    func notFinite() {
        let distribution = distribution([1, .nan, .infinity, 3, -.infinity])
        #expect(distribution.count == 2 && distribution.mean == 2 && distribution.maximum == 3)
    }

    @Test("beyond its capacity it keeps a sample: count, extremes and mean stay exact, percentiles come near")
    func sample() throws {
        let distribution = distribution((0..<100_000).map(Double.init), capacity: 1_000)
        #expect(distribution.count == 100_000)
        #expect(distribution.minimum == 0 && distribution.maximum == 99_999)
        #expect(distribution.mean == 49_999.5)
        for percent in [10.0, 50, 90] {
            let found = try #require(distribution.percentile(percent))
            #expect(abs(found - percent * 1_000) < 5_000)
        }
    }

    @Test("the sample does not fall into step with values that alternate")
    func alternating() throws {
        let distribution = distribution((0..<64_000).map { Double($0 % 2) }, capacity: 1_000)
        #expect(distribution.percentile(30) == 0 && distribution.percentile(70) == 1)
    }

    @Test("the same values in the same order give the same sample")
    func repeatable() {
        let values = (0..<50_000).map { Double($0 * 7919 % 50_021) }
        #expect(distribution(values, capacity: 64) == distribution(values, capacity: 64))
    }

    @Test("a capacity below one is one")
    func tiny() {
        let distribution = distribution([1, 2, 3], capacity: 0)
        #expect(distribution.capacity == 1 && distribution.count == 3 && distribution.percentile(50) != nil)
    }
}
