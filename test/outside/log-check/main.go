// Checks a proof and a tiled log by Go's own checksum-database code: golang.org/x/mod/sumdb/note and tlog.
//
//	log-check VKEY_FILE PROOF_FILE ENTRY_FILE [LOG_FOLDER OLD_CHECKPOINT]
//
// ENTRY_FILE holds the 32 bytes that must be in the log. LOG_FOLDER is what the log serves below its address.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 && len(args) != 5 {
		return errors.New("wrong usage")
	}
	verifiers, err := verifiersIn(args[0])
	if err != nil {
		return err
	}
	proof, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(args[2])
	if err != nil {
		return err
	}
	tree, err := checkProof(verifiers, proof, entry)
	if err != nil {
		return fmt.Errorf("inclusion: %w", err)
	}
	fmt.Println("inclusion OK")
	if len(args) == 3 {
		return nil
	}
	old, err := os.ReadFile(args[4])
	if err != nil {
		return err
	}
	if err := checkTiles(verifiers, tree, args[3], old); err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	fmt.Println("consistency OK")
	return nil
}

func verifiersIn(path string) (note.Verifiers, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []note.Verifier
	for _, line := range strings.Fields(string(text)) {
		verifier, err := note.NewVerifier(line)
		if err != nil {
			return nil, err
		}
		list = append(list, verifier)
	}
	return note.VerifierList(list...), nil
}

func openCheckpoint(verifiers note.Verifiers, text []byte) (tlog.Tree, error) {
	opened, err := note.Open(text, verifiers)
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.SplitN(opened.Text, "\n", 4)
	if len(lines) != 4 || opened.Sigs[0].Name != lines[0] {
		return tlog.Tree{}, errors.New("no checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func checkProof(verifiers note.Verifiers, proof, entry []byte) (tlog.Tree, error) {
	head, checkpoint, isProof := bytes.Cut(proof, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !isProof || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return tlog.Tree{}, errors.New("no proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return tlog.Tree{}, errors.New("no hash: " + line)
		}
		path = append(path, tlog.Hash(*(*[tlog.HashSize]byte)(hash)))
	}
	tree, err := openCheckpoint(verifiers, checkpoint)
	if err != nil {
		return tlog.Tree{}, err
	}
	return tree, tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// files reads tiles as tlog-tiles names them: as Go does, but for the height, which is always 8.
type files string

func (folder files) Height() int                              { return 8 }
func (folder files) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (folder files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(folder), name))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func checkTiles(verifiers note.Verifiers, tree tlog.Tree, folder string, oldText []byte) error {
	old, err := openCheckpoint(verifiers, oldText)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, files(folder))
	proof, err := tlog.ProveTree(tree.N, old.N, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return err
	}
	// Every entry has the leaf hash that the authenticated tiles say.
	for first := int64(0); first < tree.N; first += 256 {
		tile := tlog.Tile{H: 8, L: 0, N: first / 256, W: 256}
		if tree.N-first < 256 {
			tile.W = int(tree.N - first)
		}
		name := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		for at := first; at < first+int64(tile.W); at++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return errors.New("bundle cut: " + name)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, at)})
			if err != nil {
				return err
			}
			if hashes[0] != tlog.RecordHash(bundle[2:end]) {
				return fmt.Errorf("entry %d is another one", at)
			}
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return errors.New("bundle too long: " + name)
		}
	}
	return nil
}
