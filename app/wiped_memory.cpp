// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is given back is overwritten first, whoever held it: Qt, SQLite, the C++ library, ours. So after the lock, which
// frees every page, row and document, no words of a record are left lying in the process. The allocator itself stays that
// of the C library; only giving back passes through here. Linked into the program (and its tests of the lock) alone.
#include <cstdlib>
#include <cstring>
#include <malloc.h>

// The C library's own names for what is replaced here; declared in none of its headers.
extern "C" {
void *__libc_malloc(size_t size);
void __libc_free(void *memory);

void free(void *memory)
{
    if (!memory)
        return;
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

void *realloc(void *memory, size_t size)
{
    if (!memory)
        return __libc_malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const size_t held = malloc_usable_size(memory);
    if (size <= held && size >= held / 2)
        return memory;
    void *moved = __libc_malloc(size); // the C library's own would leave a copy where it was
    if (!moved)
        return nullptr;
    memcpy(moved, memory, size < held ? size : held);
    free(memory);
    return moved;
}
}
