import FeatureModel
import RowCoding
import StorageAPI

/// Decodes, routes and validates records against a plan. It keeps what it learned of the rows before, so that a stream
/// of like rows goes fast.
struct BatchDecoder {
    private enum Route {
        /// The store takes the rows: the place of its validator, and of its group in the batch.
        case subscribed(validator: Int)
        case ignored
        case rejected(RowRejection, FeatureSetReference?)
    }

    private var rowDecoder = FeatureRowDecoder()
    /// The row that was decoded last.
    private var row = FeatureRow(featureSet: "", eventTimestamp: nil, fields: [])
    private var plan: IngestionPlan?
    private var validators: [RowValidator] = []
    private var validatorsByReference: [FeatureSetReference: Int] = [:]
    private var routes: [String: Route] = [:]
    private var lastText = ""
    private var lastRoute: Route?
    private var groupOfValidator: [Int?] = []

    /// A producer that invents feature sets must not make the routes grow without end.
    private static let mostRoutes = 10_000

    mutating func decode(_ records: [SourceRecord], by plan: IngestionPlan) -> DecodedBatch {
        if plan != self.plan { follow(plan) }
        for index in groupOfValidator.indices { groupOfValidator[index] = nil }
        var batch = DecodedBatch(records: records)
        for index in records.indices { decode(records[index], at: index, into: &batch) }
        return batch
    }

    private mutating func follow(_ plan: IngestionPlan) {
        self.plan = plan
        validators = []
        validatorsByReference = [:]
        groupOfValidator = []
        routes = [:]
        lastRoute = nil
    }

    private mutating func decode(_ record: SourceRecord, at index: Int, into batch: inout DecodedBatch) {
        do throws(RowDecodingError) {
            try rowDecoder.decode(record.payload, into: &row)
        } catch {
            let rejection = RowRejection(.decode, .undecodable, "the bytes are no feature row: \(error)")
            batch.rejected.append(
                .init(recordIndex: index, rejection: rejection, featureSet: nil, ingestionID: IngestionID("")))
            return
        }
        switch route(row.featureSet) {
        case .ignored:
            batch.ignored.append(.init(recordIndex: index, ingestionID: row.ingestionID))
        case .rejected(let rejection, let reference):
            batch.rejected.append(
                .init(
                    recordIndex: index, rejection: rejection, featureSet: reference, ingestionID: row.ingestionID))
        case .subscribed(let validator):
            validate(record, at: index, with: validator, into: &batch)
        }
    }

    private mutating func validate(
        _ record: SourceRecord, at index: Int, with validator: Int, into batch: inout DecodedBatch
    ) {
        do throws(RowRejection) {
            let valid = try validators[validator].validate(
                row, position: record.position, createdTimestamp: record.createdTimestamp)
            let group = group(of: validator, in: &batch)
            batch.groups[group].rows.append(valid)
            batch.groups[group].recordIndices.append(index)
        } catch {
            batch.rejected.append(
                .init(
                    recordIndex: index, rejection: error, featureSet: validators[validator].featureSet.reference,
                    ingestionID: row.ingestionID))
        }
    }

    private mutating func group(of validator: Int, in batch: inout DecodedBatch) -> Int {
        if let group = groupOfValidator[validator] { return group }
        let group = batch.groups.count
        batch.groups.append(.init(featureSet: validators[validator].featureSet))
        groupOfValidator[validator] = group
        return group
    }

    private mutating func route(_ text: String) -> Route {
        if let lastRoute, lastText == text { return lastRoute }
        let route = routes[text] ?? newRoute(text)
        if routes.count >= Self.mostRoutes { routes = [:] }
        routes[text] = route
        lastText = text
        lastRoute = route
        return route
    }

    private mutating func newRoute(_ text: String) -> Route {
        guard let plan, let reference = FeatureSetReference(text, defaultProject: plan.defaultProject) else {
            return .rejected(
                RowRejection(.decode, .unknownFeatureSet, "the row names no feature set of the form project/name"), nil)
        }
        guard let featureSet = plan.featureSets[reference] else {
            return .rejected(
                RowRejection(.decode, .unknownFeatureSet, "the feature set \(reference) is not registered"), reference)
        }
        guard plan.subscribed.contains(reference) else { return .ignored }
        if let validator = validatorsByReference[reference] { return .subscribed(validator: validator) }
        let validator = validators.count
        validators.append(RowValidator(featureSet))
        groupOfValidator.append(nil)
        validatorsByReference[reference] = validator
        return .subscribed(validator: validator)
    }
}
