// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/access.h"
#include "core/record/codec.h"
#include "core/record/field.h"
#include "core/record/sensitivity.h"

#include <QDateTime>
#include <QList>
#include <QVariant>
#include <functional>
#include <optional>
#include <vector>

namespace keywork {

struct Row;

/// Where a kind's form and list appear by themselves. Nowhere: a service and a special screen of its own carry it.
enum class Place {
    Nowhere,
    Resident,
    Health,
    Treatment,
    ResidentCourt,
    Money,
    MoveOn,
    Rooms,
    Desk,
    Incidents,
    DrugAlerts,
    Handover,
    Partners,
    Team,
    Supplies,
    HarmReduction,
    Notice,
    Guidance,
};

/// What of a kind may leave in a referral once its category is agreed. A kind that says nothing stays in the house.
enum class SharedAs {
    Nothing,
    Fields, ///< all fields that are not kept in the house
    Listed, ///< of each record, the fields that its list shows
    Own, ///< a section of its own code builds it
};

/// How the next handover tells of a record that happened (product.md, B3).
enum class Handing {
    NotTold,
    Told,
    First, ///< before everything else
};

/// When a record says that its resident was seen in person ("last seen"). Only what it really tells: that somebody was expected,
/// was told of or spoke on the telephone is no such meeting.
struct SeenInPerson {
    const char *at = nullptr; ///< the column of its moment or its day, of a part also the whole one's; none: it tells of no meeting
    const char *timeOfDay = nullptr; ///< of a day: the column of the time on the house's wall clock
    const char *by = nullptr; ///< the column that says who of the team saw them, also the whole one's; blank: whoever wrote it down
    const char *where = nullptr; ///< the column that says where, also the whole one's
    bool byOthers = false; ///< it was nobody of the team who saw them: a pharmacy
    bool (*when)(const Row &row) = nullptr; ///< of which records; none: of all
};

/// A kind of record without its C++ type: all that storage, form, list, history, export and search see.
struct RecordType {
    const char *table = "";
    const char *title = ""; ///< singular, marked for translation
    const char *titleMany = "";
    const char *titleShort = nullptr; ///< where there is room for a word or two; none: the title
    Category category = Category::House;
    SharedAs sharedAs = SharedAs::Nothing;
    bool latestLeaves = false; ///< of a referral: the last one by its order, with its parts, instead of all there were
    /// A category that this one tells of besides its own, or that naming it tells of: it leaves only when that one does, too.
    std::optional<Category> (*alsoTells)(const Row &row) = nullptr;
    /// Of a kind whose rows are of several categories (an alert takes that of its kind): whoever may not read the row's does
    /// not see it. Narrower than alsoTells, which may rather keep too much in the house.
    std::optional<Category> (*readAs)(const Row &row) = nullptr;
    bool listsWhen = false; ///< its list begins with the moment when it was kept
    Access access = {};
    Place place = Place::Nowhere;
    const char *newOne = nullptr; ///< the words for a new one, on its button and under "Add" at a resident; of every kind with a place
    const char *belongs = nullptr; ///< what its list is for, said where it is still empty; none: only that it is
    int listRank = 9; ///< the order of the lists of one place: the one that is looked at most has the smallest, and opens first
    const char *numberSeries = nullptr; ///< prefix of the number that people say, kept in the column `number`
    const char *orderBy = "id"; ///< a column of this type; the list's order until the user picks another
    bool newestFirst = false;
    bool cannotUndo = false; ///< stands for something outside the file: it left, was signed, gives somebody a way in
    /// Whoever made it answers for it: only a manager marks it as entered in error, and never one's own.
    bool answeredFor = false;
    const char *happens = nullptr; ///< the column of its day or moment (or created_at): it is a line of the timeline then
    /// The line, marked for translation; {column} stands for the field's value as people read it. Null: no line.
    const char *(*happened)(const Row &row) = nullptr;
    const char *ends = nullptr; ///< the column of the day or moment when it ended, a line of its own
    const char *(*ended)(const Row &row) = nullptr;
    /// Of a kind that happens: whether the next handover tells of it. None: it does not.
    Handing (*handedOver)(const Row &row) = nullptr;
    SeenInPerson seen = {}; ///< whether, when and by whom it says that the resident was seen in person
    bool few = false; ///< there are never many: a reference to one is chosen from a list, not typed
    /// Whether a reference may name this one from now on; those who name it already keep it. None: all may be named.
    bool (*offered)(const Row &row, QDate today) = nullptr;
    const char *called = nullptr; ///< what a record is called where another one names it: "{name}", "{nickname|name}"; none: its title
    /// What a line of the history names beside the kind, so that it is clear which one of many it was: a column (a goal's
    /// area), or a reference to a record that says it (a step's goal).
    const char *within = nullptr;
    const char *childOf = nullptr; ///< the column of the record that it is a part of; saved with it, never alone
    /// Of a part that only some heads have (an overdose's steps): which ones, so that the form of others has no list for it; one
    /// that is on file is shown all the same. None: all have it.
    bool (*partWhen)(const Row &head) = nullptr;
    /// Of such a part: it has a screen of its own and is saved there, so that the form of the whole one does not ask for it.
    bool partSavedAlone = false;
    /// Checks over several fields; `today` is the house's day.
    Violations (*together)(const Row &row, QDate today) = nullptr;
    /// Whether a stored record may no longer be changed or withdrawn: what was signed or said stays as it was.
    bool (*frozen)(const Row &stored) = nullptr;
    std::vector<Field> fields = {};

    /// -1 when there is no such column.
    qsizetype indexOf(const QString &column) const;
    const Field *fieldNamed(const QString &column) const;
    /// The field's own category, else the kind's.
    Category categoryOf(const Field &field) const { return field.category.value_or(category); }
    /// Whether the field may leave when its category is agreed.
    bool shares(const Field &field) const;
    /// The field that ties a record to a person in this way; null when there is none.
    const Field *tiedBy(Tie tie) const;
    /// Whether a record of this kind is about residents: more than naming one.
    bool isAboutPerson() const;
    bool hasNotSaid() const { return indexOf(QStringLiteral("not_said")) >= 0; }
};

/// The encoded values of one record in the order of its type's fields. A half-valid draft fits too.
struct Row {
    const RecordType *type = nullptr;
    QList<QVariant> values;

    /// A null variant when there is no such column.
    QVariant value(const QString &column) const;
    void set(const QString &column, const QVariant &value);
    QString text(const QString &column) const { return value(column).toString(); }
    bool operator==(const Row &) const = default;
};

/// The argument of Rule::AlreadyUsed: where the value stands already, and the value.
QString alreadyUsed(const RecordType &type, const Field &field, const QString &value);

/// For `frozen`: records of which there are only ever new ones.
inline bool alwaysFrozen(const Row &) { return true; }

/// For `handedOver`: all of them.
inline Handing alwaysTold(const Row &) { return Handing::Told; }
inline Handing alwaysFirst(const Row &) { return Handing::First; }

/// A row without any answer yet: texts empty, the rest absent.
Row emptyRow(const RecordType &type);

/// A row as the file keeps it.
struct KeptRow {
    qint64 id = 0;
    qint64 version = 0;
    QDateTime createdAt;
    qint64 createdBy = 0; ///< staff
    std::optional<QDateTime> withdrawnAt; ///< set: entered in error
    Row row;
};

/// A record with what the file knows about it.
template <class T> struct Kept {
    Id<T> id;
    qint64 version = 0;
    QDateTime createdAt;
    qint64 createdBy = 0;
    bool withdrawn = false;
    T value;
};

/// The description of one kind of record, with the typed edge.
template <class T> class Described : public RecordType {
public:
    explicit Described(RecordType base)
        : RecordType(std::move(base))
    {
    }

    template <class M> Described &&field(M T::*member, Field description) &&
    {
        description.kind = Codec<M>::kind;
        description.nullable = Codec<M>::nullable;
        if constexpr (requires { Codec<M>::fixed(); }) {
            description.fixed = Codec<M>::fixed();
            description.list = description.fixed.list;
        }
        fields.push_back(description);
        m_encode.push_back([member](const T &record) { return Codec<M>::encode(record.*member); });
        m_decode.push_back([member](T &record, const QVariant &value) {
            std::optional<M> decoded = Codec<M>::decode(value);
            if (!decoded)
                return false;
            record.*member = std::move(*decoded);
            return true;
        });
        return std::move(*this);
    }

    Row toRow(const T &record) const
    {
        Row row{this, {}};
        row.values.reserve(qsizetype(m_encode.size()));
        for (const auto &encode : m_encode)
            row.values.append(encode(record));
        return row;
    }

    /// Empty when a value does not fit its field, which a row from the file never does.
    std::optional<T> fromRow(const Row &row) const
    {
        T record;
        for (size_t i = 0; i < m_decode.size(); ++i)
            if (!m_decode[i](record, row.values.value(qsizetype(i))))
                return {};
        return record;
    }

private:
    std::vector<std::function<QVariant(const T &)>> m_encode;
    std::vector<std::function<bool(T &, const QVariant &)>> m_decode;
};

/// The one description of a kind; specialised in the kind's own .cpp.
template <class T> const Described<T> &recordType();

template <class T> Row toRow(const T &record) { return recordType<T>().toRow(record); }

template <class T> std::optional<Kept<T>> typed(const KeptRow &kept)
{
    std::optional<T> value = recordType<T>().fromRow(kept.row);
    if (!value)
        return {};
    return Kept<T>{{kept.id}, kept.version, kept.createdAt, kept.createdBy, kept.withdrawnAt.has_value(), std::move(*value)};
}

template <class T> KeptRow untyped(const Kept<T> &kept)
{
    return {kept.id.value, kept.version, kept.createdAt, kept.createdBy, {}, toRow(kept.value)};
}

} // namespace keywork
