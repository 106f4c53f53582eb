// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>
#include <array>
#include <optional>
#include <type_traits>

#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, text) text
#endif

namespace keywork {

enum class Category;

/// Whether everything under an entry tells of a category, or only what speaks of it.
enum class Tells { Always, WhereSpoken };

/// One entry of a list that a rule depends on; the code is stored and never changes its meaning.
struct FixedOption {
    const char *code = "";
    const char *label = "";
    const char *shortLabel = nullptr; ///< none: the label
    std::optional<Category> category = {}; ///< what stands under the entry leaves only when this category does, too
    Tells tells = Tells::Always;
};

/// Specialised for each enum class that is stored: `list` names it, `options` follow the order of the enumerators.
template <class E> struct Codes;

template <class E>
concept Coded = std::is_enum_v<E> && requires
{
    Codes<E>::options.size();
};

template <Coded E> const char *codeOf(E value) { return Codes<E>::options[static_cast<size_t>(value)].code; }
template <Coded E> const char *labelOf(E value) { return Codes<E>::options[static_cast<size_t>(value)].label; }
template <Coded E> const char *shortLabelOf(E value)
{
    const FixedOption &option = Codes<E>::options[static_cast<size_t>(value)];
    return option.shortLabel ? option.shortLabel : option.label;
}
template <Coded E> const FixedOption &optionOf(E value) { return Codes<E>::options[static_cast<size_t>(value)]; }
template <Coded E> std::optional<E> fromCode(const QString &code)
{
    for (size_t i = 0; i < Codes<E>::options.size(); ++i)
        if (code == QLatin1String(Codes<E>::options[i].code))
            return static_cast<E>(i);
    return {};
}
template <Coded E> std::array<E, Codes<E>::options.size()> allOf()
{
    std::array<E, Codes<E>::options.size()> all{};
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<E>(i);
    return all;
}

/// The stored code of an entry of an open list, one that a manager can extend.
struct Choice {
    QString code;
    bool isEmpty() const { return code.isEmpty(); }
    bool operator==(const Choice &) const = default;
};

/// An entry of a list as a form shows it.
struct ChoiceOption {
    QString code;
    QString label;
    QString shortLabel;
    bool retired = false; ///< readable on old records, not offered for new ones
    bool operator==(const ChoiceOption &) const = default;
};

/// Where forms, checks and exports look up the entries of a list, fixed or open.
class ChoiceSource {
public:
    virtual ~ChoiceSource() = default;
    /// All entries in their order, the retired ones included; empty for an unknown list.
    virtual QList<ChoiceOption> options(const QString &list) const = 0;

    QString label(const QString &list, const QString &code) const;
    bool knows(const QString &list, const QString &code) const;
};

/// One fixed list without its type, for generic code.
struct FixedList {
    const char *list = "";
    const FixedOption *options = nullptr;
    size_t count = 0;
};

template <Coded E> FixedList fixedList() { return {Codes<E>::list, Codes<E>::options.data(), Codes<E>::options.size()}; }

} // namespace keywork
